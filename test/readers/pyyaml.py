"""Reads YAML as PyYAML does: a JSON object with a text on each line of the input, what it holds on each of the output."""

import json
import sys

import yaml

for line in sys.stdin:
    try:
        answer = {"documents": list(yaml.load_all(json.loads(line)["text"], yaml.SafeLoader))}
    except (yaml.YAMLError, ValueError) as error:
        answer = {"error": str(error)}
    print(json.dumps(answer, default=str), flush=True)
