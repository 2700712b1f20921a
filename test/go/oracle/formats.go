package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"net"
	"net/mail"
	"strconv"
	"strings"
	"time"
)

// A format is one of Go's text formats: how it is read, what is read with it, and what its mutations are made of.
type format struct {
	name        string
	read        func(string) (any, error)
	inputs      []string
	annotations []string
	alphabet    string
}

var formats = []format{
	{"duration", readDuration, durations, []string{"duration", "renew-before"}, "0123456789.hmsnuµμ+-d HM_e"},
	{"duration-written", writeDuration, nanoseconds, nil, "0123456789-"},
	{"csv", readCSV, csvTexts, []string{"subject-"}, "a,\"\"\n\r 'é\\;"},
	{"ip", readIP, ips, []string{"ip-sans"}, "0123456789abcdefF:.%x ::"},
	{"mail", readMail, mails, []string{"email-sans"}, "a.@<>()[]:;,\"\\ \t=?éQ1\x01"},
	{"integer32", readInt32, integers, []string{"renew-before-percentage", "revision-history-limit"}, "0123456789+-_x ."},
	{"integer64", readInt64, integers, []string{"private-key-size"}, "0123456789+-_x ."},
	{"bool", readBool, bools, []string{"tls-acme", "edit-in-place"}, "tTrRuUeEfFaAlLsS01 "},
	{"traefik-rule", readExpression, rules, nil, "`\"'()!&|,.\\\n\r\t /*aHx0u;é\u00a0"},
	{"json", readJSON, jsonTexts, []string{"secret-template"}, "{}[]\":,\\ unull1-é\tſ/"},
}

func readDuration(text string) (any, error) {
	d, err := time.ParseDuration(text)
	return strconv.FormatInt(int64(d), 10), err
}

// errNotInFormat is for mutations that can't be asked about at all.
var errNotInFormat = errors.New("not in the format")

func writeDuration(text string) (any, error) {
	ns, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return nil, errNotInFormat
	}
	return time.Duration(ns).String(), nil
}

// readCSV has the rule of cert-manager's SplitWithEscapeCSV: exactly one record.
func readCSV(text string) (any, error) {
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, err
	}
	if len(records) != 1 {
		return nil, errors.New("not exactly one record")
	}
	return records[0], nil
}

func readIP(text string) (any, error) {
	if net.ParseIP(text) == nil {
		return nil, errors.New("not an IP address")
	}
	return true, nil
}

func readMail(text string) (any, error) {
	address, err := mail.ParseAddress(text)
	if err != nil {
		return nil, err
	}
	return address.Address, nil
}

func readInt32(text string) (any, error) {
	n, err := strconv.ParseInt(text, 10, 32)
	return strconv.FormatInt(n, 10), err
}

func readInt64(text string) (any, error) {
	n, err := strconv.Atoi(text)
	return strconv.Itoa(n), err
}

func readBool(text string) (any, error) {
	b, err := strconv.ParseBool(text)
	return strconv.FormatBool(b), err
}

// readJSON decodes into a struct like cert-manager's CertificateSecretTemplate.
func readJSON(text string) (any, error) {
	var maps struct {
		Annotations map[string]string `json:"annotations"`
		Labels      map[string]string `json:"labels"`
	}
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(&maps)
	return maps, err
}
