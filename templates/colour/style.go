package colour

import (
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// declaration is a value that a rule gives a property.
type declaration struct {
	property, value string
	offset          int // of the property's name, in the style
}

// rule is what a style says of some elements.
type rule struct {
	selectors  []string
	text       declaration // color
	ground     declaration // background or background-color
	large      bool        // that its text is large, as far as the rule says
	dark       bool        // for dark screens alone
	light      bool        // for others alone
	properties []declaration
}

// printed are media whose colours aren't on a screen, or are the reader's own.
var printed = []string{"print", "forced-colors"}

// read takes a style apart. What is for print or for a reader's own colours is left
// out.
func read(style string) []*rule {
	p := css.NewParser(parse.NewInputString(style), false)
	var (
		rules []*rule
		media []string
		open  *rule
	)
	for {
		grammar, _, data := p.Next()
		switch grammar {
		case css.ErrorGrammar:
			if !p.HasParseError() {
				return rules
			}
		case css.BeginAtRuleGrammar:
			media = append(media, strings.ToLower(string(data)+" "+joined(p.Values())))
		case css.EndAtRuleGrammar:
			media = media[:max(0, len(media)-1)]
		case css.BeginRulesetGrammar:
			open = &rule{selectors: split(joined(p.Values()), ","), dark: isFor(media, "dark"), light: isFor(media, "light")}
			if !slices.ContainsFunc(media, isPrinted) {
				rules = append(rules, open)
			}
		case css.EndRulesetGrammar:
			open = nil
		case css.DeclarationGrammar, css.CustomPropertyGrammar:
			if open != nil {
				open.take(declaration{string(data), strings.TrimSpace(joined(p.Values())), lastIndex(style[:min(p.Offset(), len(style))], data)})
			}
		}
	}
}

func (r *rule) take(d declaration) {
	value, _, _ := strings.Cut(d.value, "!")
	d.value = strings.TrimSpace(value)
	switch name := strings.ToLower(d.property); {
	case strings.HasPrefix(name, "--"):
		r.properties = append(r.properties, d)
	case name == "color":
		r.text = d
	case name == "background", name == "background-color":
		r.ground = d
	case name == "font-size":
		r.large = isLarge(d.value)
	}
}

// lastIndex is where a property's name begins, which the parser tells in small letters.
func lastIndex(style string, name []byte) int {
	for at := len(style) - len(name); at > 0; at-- {
		if strings.EqualFold(style[at:at+len(name)], string(name)) {
			return at
		}
	}
	return 0
}

func isFor(media []string, scheme string) bool {
	return slices.ContainsFunc(media, func(m string) bool {
		return strings.Contains(m, "prefers-color-scheme") && strings.Contains(m, scheme)
	})
}

func isPrinted(media string) bool {
	if strings.Contains(media, "screen") || strings.Contains(media, "prefers-color-scheme") {
		return false
	}
	return slices.ContainsFunc(printed, func(m string) bool { return strings.Contains(media, m) })
}

func joined(tokens []css.Token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.Write(t.Data)
	}
	return b.String()
}
