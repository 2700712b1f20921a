package main

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
)

// A matcher is a call in a Traefik rule.
type matcher struct {
	Name    string   `json:"name"`
	Values  []string `json:"values"`
	Negated bool     `json:"isNegated"`
}

var errNoRule = errors.New("not a Traefik rule")

// readExpression reads a Traefik rule by Go's own parser, and takes of Go's expressions those that Traefik takes. The names of
// matchers are not looked at.
func readExpression(text string) (any, error) {
	expression, err := parser.ParseExpr(text)
	if err != nil {
		return nil, err
	}
	return matchersIn(expression, false)
}

func matchersIn(expression ast.Expr, negated bool) ([]matcher, error) {
	switch e := expression.(type) {
	case *ast.ParenExpr:
		return matchersIn(e.X, negated)
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return matchersIn(e.X, !negated)
		}
	case *ast.BinaryExpr:
		if e.Op == token.LAND || e.Op == token.LOR {
			left, errLeft := matchersIn(e.X, negated)
			right, errRight := matchersIn(e.Y, negated)
			return append(left, right...), errors.Join(errLeft, errRight)
		}
	case *ast.CallExpr:
		if name, ok := e.Fun.(*ast.Ident); ok {
			values, err := stringsIn(e.Args)
			return []matcher{{name.Name, values, negated}}, err
		}
	}
	return nil, errNoRule
}

func stringsIn(arguments []ast.Expr) ([]string, error) {
	values := []string{}
	for _, argument := range arguments {
		literal, ok := argument.(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING {
			return nil, errNoRule
		}
		value, err := strconv.Unquote(literal.Value)
		if err != nil {
			return nil, err
		}
		values = append(values, value)
	}
	return values, nil
}

var rules = []string{
	"Host(`Shop.example.com`) && PathPrefix(`/api`)", "host(\"a.example.com\") && !(Host(`b.example.com`) || Path(`/x`))",
	"!(Host(`a`) && !Host(`b`))", "!!Host(`a`)", "! ! Host(`a`)", "((Host(`a`)))", "(((", "((Host(`a`))", "(Host(`a`)))", "Host (`a`)", "Host(`a`,)", "Host(`a`,`b`)", "Host(,)", "Host(`a`,,`b`)", "Host(`a` `b`)",
	"Host(`a`) // x", "Host(`a`) /* c */ && Path(`/`)", "Host(`a`) /* c", "/* c */ /* \n */ Host(`a`)//", "Host(`a`) // x\n&& Path(`/`)", "Host(`a`) && // x\n Path(`/`)", "Host(`a`) /*\n*/ || Host(`b`)", "Host /*\n*/ (`a`)", "Host(`a`/*\n*/)", "# x", "//", "/**/",
	"Host(\"a\\x2eb\")", "Host(\"\\u00e9\\U0001F642\\101\\n\\\"\\a\\b\\f\\r\\t\\v\\\\\")", "Host(\"\\xc3\\xa9\")", "Host(\"\\'\")", "Host(\"\\.\")", "Host(\"\\ud800\")", "Host(\"\\U00110000\")", "Host(\"\\400\")", "Host(\"\\377\")", "Host(\"\\8\")", "Host(\"\\x4\")", "Host(\"a\nb\")", "Host(\"a\rb\")", "Host(`a\rb`)", "Host(`a\nb`)", "Host(`a\\.b`)", "Host(\"\")", "Host(\"`\")", "Host(`\"`)", "Host(\"a)", "Host(`a)", "Host(\"a\\\")", "HostRegexp(`^[a-z]+\\.x$`)",
	"Host(`a`)\n|| Host(`b`)", "Host(`a`) ||\nHost(`b`)", "\n\nHost(`a`)\n\n", "Host(`a`)\n;", "Host(`a`);", "(\nHost(`a`,\n`b`,\n)\n)", "(\nHost(`a`))", "Host(\n`a`\n)", "Host(\n`a`,\n)", "Host\n(`a`)", "!\n!\n(\n!Host(`a`))", "Host(`a`)\r\n&& Host(`b`)", "Host(`a`) &&\r\nHost(`b`)\r\n",
	"HOST(`a`)", "hOsT(`a`)", "Hostsni(`a`)", "x.Host(`a`)", "Höst(`a`)", "_(`a`)", "h1(`a`)", "1h(`a`)", "Host-SNI(`a`)", "Host(`é`)", "Host(`日本`)",
	"Host('a')", "Host('a.example.com')", "Host(a.example.com)", "Host(1)", "Host(`a` + `b`)", "Host((`a`))", "Host(Host(`a`))", "Host(`a`)(`b`)", "(Host)(`a`)", "Host[int](`a`)", "Host(`a`)[0]", "Host(`a`).x", "Host{}", "Host(`a`...)", "Host(`a`,`b`...,)", "Host(`a`...,`b`)", "Host(...)",
	"Host(`a`) and Path(`/`)", "Host(`a`) & Path(`/`)", "Host(`a`) | Path(`/`)", "Host(`a`) == Path(`/`)", "Host(`a`); Path(`/`)", "Host(`a`) Path(`/`)", "true && Host(`a`)", "Host(`a`) &&", "&& Host(`a`)", "Host(`a`) && && Host(`b`)", "Host(`a`) &&! Host(`b`)", "Host(`a`) != Host(`b`)", "!= Host(`a`)", "-Host(`a`)", "Host(`a`) ! && Host(`b`)", "!", "`a`", "Host", "",
	"Host()", "Host(``)", "Host(`a`)\u00a0&& Host(`b`)", "Host(`a`)\v", "\ufeffHost(`a`)", "Host(`\ufeff`)", "Host(`a`)\x00", "Host(`\x00`)", "Host(“a”)", "Host(`a`) ∧ Host(`b`)",
}
