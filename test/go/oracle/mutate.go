package main

import "math/rand/v2"

// mutate makes texts that are nearly like the given ones, always the same ones for a seed.
func mutate(texts []string, alphabet string, count int, seed uint64) []string {
	random := rand.New(rand.NewPCG(seed, 0))
	letters := []rune(alphabet)
	mutated := make([]string, 0, count)
	for range count {
		text := []rune(texts[random.IntN(len(texts))])
		if len(text) > 80 {
			text = text[:80]
		}
		for range 1 + random.IntN(3) {
			text = mutateOnce(random, text, letters, texts)
		}
		mutated = append(mutated, string(text))
	}
	return mutated
}

func mutateOnce(random *rand.Rand, text, letters []rune, texts []string) []rune {
	at := random.IntN(len(text) + 1)
	before, after := text[:at:at], text[at:]
	letter := letters[random.IntN(len(letters))]
	switch random.IntN(5) {
	case 0:
		return append(append(before, letter), after...)
	case 1:
		if len(after) > 0 {
			return append(append(before, letter), after[1:]...)
		}
	case 2:
		if len(after) > 0 {
			return append(before, after[1:]...)
		}
	case 3:
		if len(after) > 0 {
			return append(append(before, after[0]), after...)
		}
	case 4:
		other := []rune(texts[random.IntN(len(texts))])
		if len(other) < 80 {
			return append(before, other[random.IntN(len(other)+1):]...)
		}
	}
	return text
}
