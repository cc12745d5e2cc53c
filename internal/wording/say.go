package wording

import (
	"strconv"
	"strings"
	"time"
)

// Say gives a row in the language of a report, with values in its places. What languages
// build in ways of their own, such as lists, days and counts, it builds from rows.
type Say func(english string, values ...any) string

// List joins words: "a", "a and b", "a, b and c".
func (say Say) List(words []string) string {
	if len(words) == 0 {
		return ""
	}
	list := words[0]
	for i, word := range words[1:] {
		if i == len(words)-2 {
			list = say("{list} and {item}", list, word)
		} else {
			list = say("{list}, {item}", list, word)
		}
	}
	return list
}

// numbers are those that are written in words, by their number.
var numbers = [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// Number is a number in words up to nine.
func (say Say) Number(n int) string {
	if n >= 0 && n < len(numbers) {
		return say(numbers[n])
	}
	return strconv.Itoa(n)
}

// Day is a day written out: 2 January 2006.
func (say Say) Day(t time.Time) string {
	return say("{day} {month} {year}", t.Day(), say(t.Month().String()), t.Year())
}

// Month is a month of a year: January 2006.
func (say Say) Month(t time.Time) string {
	return say("{month} {year}", say(t.Month().String()), t.Year())
}

// Months are several months of one year or two: Jan to Mar 2006.
func (say Say) Months(first, last time.Time) string {
	begins := say(short(first.Month()))
	if first.Year() != last.Year() {
		begins = say("{month} {year}", begins, first.Year())
	}
	return say("{first} to {last}", begins, say("{month} {year}", say(short(last.Month())), last.Year()))
}

func short(m time.Month) string { return m.String()[:3] }

// Match finds among rows with places the one that a text is, with its values, for what is
// filled in before anybody knows the language. ok is false where none is.
func Match(text string, rows []string) (row string, values []any, ok bool) {
	for _, row := range rows {
		if values, ok := match(row, text); ok {
			return row, values, true
		}
	}
	return "", nil, false
}

func match(row, text string) (values []any, ok bool) {
	before, name, rest := nextPlace(row)
	if !strings.HasPrefix(text, before) {
		return nil, false
	}
	text = text[len(before):]
	if name == "" {
		return nil, text == ""
	}
	for end := 1; end <= len(text); end++ {
		if values, ok := match(rest, text[end:]); ok {
			return append([]any{text[:end]}, values...), true
		}
	}
	return nil, false
}
