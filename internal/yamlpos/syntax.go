package yamlpos

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"apr/internal/lazyregexp"
	"apr/internal/source"
)

// yamlLine is how the YAML library begins a message; its line is that of the
// construct it was in, not of the mistake.
var yamlLine = lazyregexp.Lazy(`^yaml: (?:line \d+: )?`)

// syntaxProblem words the YAML library's error for people who write prose.
func (f *file) syntaxProblem(err error) *source.Problem {
	line := f.brokenLine()
	if p := f.oddBlank(line); p != nil {
		return p
	}
	if p := f.cutBefore(line); p != nil {
		return p
	}
	if p := f.brackets(line); p != nil {
		return p
	}
	text := f.line(line)
	body := strings.TrimLeft(text, " \t")
	p := &source.Problem{
		Code:     "yaml-syntax",
		Position: f.at(line, 1+utf8.RuneCountInString(text)-utf8.RuneCountInString(body)),
	}
	p.Message, p.Hint = explainSyntax(err, text)
	return p
}

// explainSyntax says what a YAML error means on the line that it is about, and
// what to do. It is the one place where apr reads an error's words: the library
// gives its syntax errors no type and no code, and what it says is for programmers.
func explainSyntax(err error, line string) (what, hint string) {
	message := yamlLine().ReplaceAllString(err.Error(), "")
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	value := strings.TrimSpace(line)
	if _, after, found := strings.Cut(value, ": "); found {
		value = strings.TrimSpace(after)
	}
	value = strings.TrimSpace(strings.TrimPrefix(value, "- "))
	if strings.HasPrefix(line, "%") {
		value = line
	}
	switch {
	case strings.Contains(indent, "\t"), strings.Contains(message, "tab character"):
		return "there is a tab in the indentation", "YAML is indented with spaces only"
	case strings.HasPrefix(value, "{{"):
		return "a text can't begin with {{ here", `put the text in single quotes, or on the lines below a "|"`
	case alias().MatchString(value) && strings.Contains(message, "unknown anchor"):
		return fmt.Sprintf("%q refers to an anchor that isn't there", value),
			fmt.Sprintf(`write "&%s" before what it is to repeat, further up; a text that begins with "*" must be in quotes`, value[1:])
	case value != "" && strings.ContainsAny(value[:1], "*!&,]}%"), strings.HasPrefix(value, "? "), strings.Contains(message, "mapping keys are not allowed"):
		return fmt.Sprintf("a text can't begin with %q here", firstRune(value)), `put the text in quotes, or on the lines below a "|"`
	case bracketed().MatchString(value):
		return fmt.Sprintf("a text can't begin with %q here", firstRune(value)), `put the text in quotes, or on the lines below a "|"`
	case quoted().MatchString(value):
		return "there is text behind a closing quotation mark",
			`put the text on the lines below a "|"; or put the whole in single quotes, in which an apostrophe is written twice`
	case strings.Contains(message, "did not find expected node content") && strings.Contains(value, "#"):
		return `"#" begins a remark between braces or brackets`, `put the value in quotes, such as "#00594f"`
	case strings.Contains(message, "did not find expected node content"):
		return "there is a comma without an entry before it", "take it out, or write the entry that is missing"
	case strings.Contains(message, "mapping values are not allowed"):
		return `": " is where no key can be`,
			`a text with a colon in it must be in quotes, or on the lines below a "|"; a key must be indented as those around it`
	case strings.Contains(message, "cannot start any token"):
		return fmt.Sprintf("a text can't begin with %q here", firstRune(value)), `put the text in quotes, or on the lines below a "|"`
	case strings.Contains(message, "unexpected end of stream"), strings.Contains(message, "unexpected document indicator"):
		return "a quotation mark is opened and not closed", `close it, or put the text on the lines below a "|"`
	case strings.Contains(message, "could not find expected ':'"):
		return `a key without its ": ", or a line of text that isn't indented`,
			"indent the lines of a text more than its key"
	case strings.Contains(message, "did not find expected key"), strings.Contains(message, "<document start>"):
		return "the line doesn't fit what is before it: its indentation differs, or a quoted text ends too early",
			`indent it as the keys next to it; write an apostrophe within single quotes twice, or put the text on the lines below a "|"`
	case strings.Contains(message, "expected ',' or") && strings.Contains(value, "?"):
		return `"?" stands between braces or brackets without quotation marks`, `put the value in quotes, such as "C?00"`
	case strings.Contains(message, "expected ',' or"):
		return "a list or mapping in brackets isn't closed", "add the comma or the closing bracket"
	case strings.Contains(message, "expected '-' indicator"):
		return `a list goes on without "-"`, `begin each item with "- " in the same column`
	case strings.Contains(message, "block sequence entries are not allowed"):
		return "a list begins on the line of its key", "begin the list on the next line"
	case strings.Contains(message, "comment or line break"):
		return `there is text on the line of a "|" or ">"`, "begin the text on the next line, indented"
	case strings.Contains(message, "unknown anchor"):
		return fmt.Sprintf("a text can't begin with %q here", firstRune(value)), `put the text in quotes, or on the lines below a "|"`
	case strings.Contains(message, "unknown escape character") && windowsPath().MatchString(value):
		path := strings.ReplaceAll(windowsPath().FindStringSubmatch(value)[1], `\`, "/")
		return "an unknown escape begins with a backslash", "write the path as " + path + ", or without quotation marks"
	case strings.Contains(message, "exceeded max depth"):
		return "there are too many lists and mappings within each other", "take some of the brackets or of the indentation out"
	case strings.Contains(message, "indentation indicator equal to 0"):
		return `the number behind "|" or ">" can't be 0`, `write "|" alone`
	case strings.Contains(message, "hexdecimal number"), strings.Contains(message, "escape code"), strings.Contains(message, "surrogate"):
		return "a backslash begins the number of a character, and that isn't one", `write the backslash twice, or put the text on the lines below a "|"`
	case strings.Contains(message, "unknown escape character"):
		return "an unknown escape begins with a backslash", `write the backslash twice, or put the text on the lines below a "|"`
	}
	return "the line can't be read as YAML", `put its text in quotes, or on the lines below a "|"; where it is no text, compare it with the lines around it (` + message + ")"
}

// alias is a value that repeats what an anchor names.
var alias = lazyregexp.Lazy(`^\*[A-Za-z0-9_-]+$`)

// windowsPath is a path with backslashes between quotation marks.
var windowsPath = lazyregexp.Lazy(`^"([\w .()-]+(?:\\[\w .()-]+)*\.\w+)"`)

// bracketed is a text that goes on behind a bracket or brace that it begins with.
var bracketed = lazyregexp.Lazy(`^(?:\[[^\[\]]*\]|\{[^{}]*\})\s*[^\s,#\]}]`)

// quoted is a text that goes on behind the quotation mark that closes its
// beginning.
var quoted = lazyregexp.Lazy(`^(?:"[^"\\]*"\s*[^\s,#\]}:"]|'[^']*'\s*[^\s,#\]}:'])`)

// oddBlank finds blanks on a line, or on one close above, that look like those of
// YAML and aren't: word processors and web pages write them.
func (f *file) oddBlank(broken int) *source.Problem {
	for line := broken; line > 0 && line > broken-3; line-- {
		text := f.line(line)
		body := strings.TrimLeft(text, " ")
		column := 1 + len(text) - len(body)
		if what := oddBlankName(body); what != "" {
			return &source.Problem{Code: "yaml-blank", Position: f.at(line, column),
				Message: what + " is in the indentation", Hint: "delete what is before the line's first word, and type blanks in its place"}
		}
		key, after, found := strings.Cut(body, ":")
		if what := oddBlankName(after); found && what != "" && !strings.ContainsAny(key, " \"'") {
			return &source.Problem{Code: "yaml-blank", Position: f.at(line, column+utf8.RuneCountInString(key)+1),
				Message: what + " is behind the colon", Hint: "type a blank in its place"}
		}
	}
	return nil
}

// oddBlankName names the blank that a text begins with, "" where YAML knows it.
func oddBlankName(text string) string {
	r, _ := utf8.DecodeRuneInString(text)
	switch {
	case r == '\u00a0' || r == '\u202f':
		return "a no-break space"
	case r == '\u200b' || r == '\ufeff' || r == '\u2060':
		return "an invisible character"
	case r > 0x7f && r != utf8.RuneError && unicode.IsSpace(r):
		return "a wide space"
	}
	return ""
}

// cutBefore finds the remark that ends a text in the line above, where the broken
// line goes on with the text.
func (f *file) cutBefore(broken int) *source.Problem {
	above := f.line(broken - 1)
	at := strings.Index(above, " #")
	if at, written, whole := f.remarkLine(broken - 1); whole && at.Column > 1 && broken > 2 && !strings.ContainsAny(f.line(broken-2), "|>") {
		if text := f.line(broken); strings.HasPrefix(text, " ") && !strings.Contains(text, ": ") && !strings.HasSuffix(text, ":") {
			return &source.Problem{Code: CodeCutOff, Position: at, Hint: remarkHint,
				Message: fmt.Sprintf("the text is cut off: YAML takes the line %q for a remark, and the next line for something else", clip(written))}
		}
	}
	if at < 0 || strings.HasPrefix(strings.TrimSpace(above), "#") || strings.ContainsAny(above[:at], "\"'|>{[") {
		return nil
	}
	indent := func(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }
	if text := f.line(broken); indent(text) == 0 || strings.Contains(text, ": ") || strings.HasPrefix(strings.TrimSpace(text), "- ") {
		return nil
	}
	return &source.Problem{Code: CodeCutOff, Position: f.at(broken-1, 2+utf8.RuneCountInString(above[:at])), Hint: remarkHint,
		Message: fmt.Sprintf("the text is cut off: YAML takes %q for a remark, and the next line for something else", clip(above[at+1:]))}
}

func firstRune(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	return string(r)
}

// brokenLine finds the line at which the file stops being YAML: the one after
// the longest run of lines that is YAML by itself. The library's own count is
// of the enclosing construct, often far above.
func (f *file) brokenLine() int {
	broken := len(f.lines)
	good, step := broken-1, 1
	for good > 0 && !f.valid(good) {
		broken = good
		good -= step
		step *= 2
	}
	good = max(good, 0)
	for broken-good > 1 {
		if middle := (good + broken) / 2; f.valid(middle) {
			good = middle
		} else {
			broken = middle
		}
	}
	// A text in quotes over several lines is only YAML when it is complete. Each
	// try reads the file to there; in a large file there aren't many.
	tries := min(50, 4+(4<<20)/(len(f.data)+1))
	for next := good + 2; next < min(good+tries, len(f.lines)); next++ {
		if f.valid(next) {
			good = next
		}
	}
	return min(good+1, len(f.lines))
}

// valid reports whether the first lines of the file are YAML.
func (f *file) valid(lines int) bool {
	data := f.data
	if lines < len(f.lines) {
		data = data[:f.lines[lines]]
	}
	d := yaml.NewDecoder(bytes.NewReader(data))
	for {
		var n yaml.Node
		switch err := d.Decode(&n); {
		case errors.Is(err, io.EOF):
			return true
		case err != nil:
			return false
		}
	}
}
