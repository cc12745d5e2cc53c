package regs

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// ukTelephone is a number of the UK, as people write it.
var ukTelephone = lazyregexp.Lazy(`(?:\+44 ?(?:\(0\) ?)?|\b0)[1-9](?:[ ()-]{0,2}[0-9]){8,9}\b`)

// telephone is a number with where it stands first.
type telephone struct {
	digits, written string
	pos             source.Position
	times           int
	ours            bool // it is in apr.yaml
}

// contacts reports telephone numbers and e-mail addresses that are mistyped, in apr.yaml and in the
// texts.
func (n *ownNames) contacts() {
	var all []*telephone
	look := func(text string, ours bool, at func(offset int) source.Position) {
		all = withTelephones(all, text, ours, at)
		n.mails(text, at)
	}
	config := n.project.Config
	yamlpos.EachString("", reflect.ValueOf(config).Elem(), func(path, value string) {
		look(value, true, func(int) source.Position { return at(config.PositionOf(path), projectFile) })
	})
	n.project.Narrative.EachText(func(_ string, t *yamlpos.Text) { look(t.Markdown, false, t.At) })
	n.telephones(all)
}

// withTelephones adds a text's telephone numbers to those that were found; ours is true in apr.yaml.
func withTelephones(all []*telephone, text string, ours bool, at func(offset int) source.Position) []*telephone {
	if !strings.Contains(text, "0") {
		return all
	}
	for _, m := range ukTelephone().FindAllStringIndex(text, -1) {
		written := text[m[0]:m[1]]
		digits := nationalDigits(written)
		if i := slices.IndexFunc(all, func(t *telephone) bool { return t.digits == digits }); i >= 0 {
			all[i].times, all[i].ours = all[i].times+1, all[i].ours || ours
			continue
		}
		all = append(all, &telephone{digits, written, at(m[0]), 1, ours})
	}
	return all
}

// telephones reports a number that is one of apr.yaml with two neighbouring digits exchanged:
// whoever calls it reaches somebody else.
func (n *ownNames) telephones(all []*telephone) {
	for i, a := range all {
		for _, b := range all[i+1:] {
			if !a.ours && !b.ours || !neighboursExchanged(a.digits, b.digits) {
				continue
			}
			first, wrong := a, b
			if b.times > a.times {
				first, wrong = b, a
			}
			n.add(Finding{Position: wrong.pos, Likely: true, Found: fmt.Sprintf("the telephone number %s is %s with two digits exchanged", wrong.written, first.written),
				Hint: "call both, and write the one that is right", Related: []source.Related{{Position: first.pos, Message: first.written}}})
		}
	}
}

// brokenMail is an e-mail address with a comma where a point is meant.
var brokenMail = lazyregexp.Lazy(`[\w.+-]+@(?:[\w-]+\.)*[\w-]+,(?:[\w-]+\.)*(?:org|scot|uk|com|net|info)\b`)

// mails reports a text's e-mail addresses that no program takes.
func (n *ownNames) mails(text string, at func(offset int) source.Position) {
	if !strings.Contains(text, "@") {
		return
	}
	for _, m := range brokenMail().FindAllStringIndex(text, -1) {
		if m[1] < len(text) && text[m[1]] == '@' {
			continue // two addresses, without a blank between them
		}
		written := text[m[0]:m[1]]
		n.add(Finding{Position: at(m[0]), Likely: true, Found: fmt.Sprintf("%s isn't an e-mail address: it has a comma", written), Hint: "write " + strings.Replace(written, ",", ".", 1)})
	}
}

// nationalDigits are a number's digits as they are dialled within the UK.
func nationalDigits(written string) string {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, written)
	if strings.HasPrefix(written, "+44") {
		return "0" + strings.TrimPrefix(digits[2:], "0")
	}
	return digits
}

// neighboursExchanged reports whether two texts differ by two neighbouring characters alone that
// have changed places.
func neighboursExchanged(a, b string) bool {
	if len(a) != len(b) || a == b {
		return false
	}
	i := 0
	for a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
