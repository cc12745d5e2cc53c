package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"apr/internal/lazyregexp"
)

// LinkContacts makes a link of each e-mail address and each telephone number in the
// document's running text: mailto: and tel:. What is within a link already stays as
// it is. Headings, captions and descriptions are no running text.
func LinkContacts(doc *Document) {
	for i, n := range doc.Meta.CoverNotes {
		doc.Meta.CoverNotes[i] = withContacts(n)
	}
	eachLine(doc.Sections, withContacts)
	for _, n := range doc.Notes {
		n.Content = withContacts(n.Content)
	}
}

func eachLine(sections []*Section, put lines) {
	for _, s := range sections {
		put.blocks(s.Blocks)
		eachLine(s.Sections, put)
	}
}

// lines puts another in the place of each line of text.
type lines func(Inlines) Inlines

func (f lines) blocks(blocks []Block) {
	for _, b := range blocks {
		_ = b.Accept(f) // lines never fails
	}
}

func (f lines) Paragraph(b *Paragraph) error { b.Content = f(b.Content); return nil }

func (f lines) List(b *List) error {
	for _, item := range b.Items {
		f.blocks(item)
	}
	return nil
}

func (f lines) Definitions(b *Definitions) error {
	for i, e := range b.Entries {
		b.Entries[i].Term = f(e.Term)
		f.blocks(e.Meaning)
	}
	return nil
}

func (f lines) Table(b *Table) error {
	for i, g := range b.Groups {
		b.Groups[i].Head = f(g.Head)
	}
	for i, c := range b.Columns {
		b.Columns[i].Head = f(c.Head)
	}
	for _, r := range b.Rows {
		for i, c := range r.Cells {
			r.Cells[i].Content = f(c.Content)
		}
	}
	for i, n := range b.Notes {
		b.Notes[i] = f(n)
	}
	return nil
}

// Figure has words of the program's own beside numbers.
func (f lines) Figure(*Figure) error                         { return nil }
func (f lines) Picture(*Picture) error                       { return nil }
func (f lines) PictureRow(*PictureRow) error                 { return nil }
func (f lines) StatutoryReference(*StatutoryReference) error { return nil }
func (f lines) Callout(b *Callout) error                     { f.blocks(b.Blocks); return nil }
func (f lines) Box(b *Box) error                             { f.blocks(b.Blocks); return nil }

func (f lines) Idea(b *Idea) error { f.blocks(b.Blocks); return nil }

func (f lines) Quotation(b *Quotation) error {
	f.blocks(b.Blocks)
	b.Attribution = f(b.Attribution)
	return nil
}

func (f lines) KeyFigures(b *KeyFigures) error {
	for i, item := range b.Items {
		b.Items[i].Label = f(item.Label)
		b.Items[i].StatusWord = f(item.StatusWord)
		b.Items[i].Source = f(item.Source)
	}
	return nil
}

// withContacts is a line of text with its e-mail addresses and telephone numbers as
// links. One that is written in several texts, as over the end of a line, is one link.
func withContacts(line Inlines) Inlines {
	var out Inlines
	for i := 0; i < len(line); {
		j := i
		for j < len(line) && isText(line[j]) {
			j++
		}
		if j > i {
			out = append(out, linkedTexts(line[i:j])...)
			i = j
			continue
		}
		switch in := line[i].(type) {
		case *Strong:
			in.Content = withContacts(in.Content)
		case *Emphasis:
			in.Content = withContacts(in.Content)
		}
		out = append(out, line[i])
		i++
	}
	return out
}

func isText(i Inline) bool { _, ok := i.(*Text); return ok }

// linkedTexts are texts that follow one another, with links.
func linkedTexts(texts Inlines) Inlines {
	whole := ""
	if t, ok := texts[0].(*Text); ok && len(texts) == 1 {
		whole = t.Text
	} else {
		whole = texts.String()
	}
	contacts := findContacts(whole)
	if len(contacts) == 0 {
		return texts
	}
	var out Inlines
	at := 0 // of the text that is cut up, within all of them
	for _, i := range texts {
		t := i.(*Text)
		for end := at + len(t.Text); at < end; {
			for len(contacts) > 0 && contacts[0].end <= at {
				contacts = contacts[1:]
			}
			stop, url := end, ""
			switch {
			case len(contacts) == 0 || contacts[0].start >= end:
			case contacts[0].start > at:
				stop = contacts[0].start
			default:
				stop, url = min(end, contacts[0].end), contacts[0].url
			}
			n := len(t.Text) - (end - stop)
			from := len(t.Text) - (end - at)
			piece := &Text{Text: t.Text[from:n], Lang: t.Lang, Position: t.Position.After(t.Text[:from])}
			if last, ok := lastLink(out); ok && url != "" && at > contacts[0].start {
				last.Content = append(last.Content, piece)
			} else if url != "" {
				out = append(out, &Link{URL: url, Content: Inlines{piece}})
			} else {
				out = append(out, piece)
			}
			at = stop
		}
	}
	return out
}

func lastLink(is Inlines) (*Link, bool) {
	if len(is) == 0 {
		return nil, false
	}
	l, ok := is[len(is)-1].(*Link)
	return l, ok
}

// contact is an e-mail address or a telephone number in a text, with its link.
type contact struct {
	start, end int
	url        string
}

// The forms of addresses and numbers. A telephone number begins with 0 or +44 and has
// ten or eleven digits (Ofcom's national numbering plan); without a blank in it, all
// eleven. Codes of ledgers and amounts don't begin so.
var contactForms = lazyregexp.Lazy(
	`([\pL\pN.!#$%&'*+/=?^_{|}~-]+@(?:[\pL\pN](?:[\pL\pN-]*[\pL\pN])?\.)+\pL{2,})` +
		`|((?:\+44[ \x{a0}-]?(?:\(0\)[ \x{a0}]?)?\(?[1-9]|\(0[1-9]|0[1-9])[0-9]{1,4}\)?(?:[ \x{a0}-]?[0-9]{2,8}){1,3})` +
		`|(?i:\b(?:call|dial|phone|ring|telephone)\s+(?:NHS\s24\s+)?(?:on\s+)?(111|999|112|116[ \x{a0}]123|0800[ \x{a0}]1111))\b`)

// nationalDigits are how many digits a number has after its 0 or +44.
var nationalDigits = map[int]bool{9: true, 10: true}

// findContacts are the contacts in a text, in order.
func findContacts(s string) []contact {
	if !mayHaveContact(s) {
		return nil
	}
	var found []contact
	for _, m := range contactForms().FindAllStringSubmatchIndex(s, -1) {
		switch {
		case m[2] >= 0:
			found = append(found, contact{m[2], m[3], "mailto:" + s[m[2]:m[3]]})
		case m[4] >= 0:
			if url := telephone(s, m[4], m[5]); url != "" {
				found = append(found, contact{m[4], m[5], url})
			}
		case m[6] >= 0 && saysWhy(s[m[7]:]):
			found = append(found, contact{m[6], m[7], "tel:" + digits(s[m[6]:m[7]])})
		}
	}
	return found
}

// mayHaveContact reports whether a text has the beginning of a contact. Few texts do,
// and to look for one takes a fiftieth of the time that the expression takes.
func mayHaveContact(s string) bool {
	if strings.Contains(s, "@") || strings.Contains(s, "+44") || strings.Contains(s, "(0") {
		return true
	}
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '0')
		if i < 0 {
			break
		}
		i += at
		// Within a number no other begins: see telephone.
		if i+1 < len(s) && s[i+1] >= '1' && s[i+1] <= '9' && (i == 0 || !strings.Contains("0123456789.,-/+@_", s[i-1:i])) {
			return true
		}
		at = i + 1
	}
	return slices.ContainsFunc([]string{"111", "999", "112", "116", "0800"}, func(short string) bool { return strings.Contains(s, short) })
}

// telephone is the address of what may be a telephone number, or "" where it is part
// of something longer, or of another length.
func telephone(s string, start, end int) string {
	before, after := s[:start], s[end:]
	if last, _ := utf8.DecodeLastRuneInString(before); before != "" && strings.ContainsRune("0123456789.,-/£+@_", last) ||
		after != "" && strings.ContainsAny(after[:1], "0123456789%_@/") ||
		len(after) > 1 && strings.ContainsAny(after[:1], ".,-") && after[1] >= '0' && after[1] <= '9' {
		return ""
	}
	written := s[start:end]
	national, international := strings.CutPrefix(written, "+44")
	number := strings.TrimPrefix(digits(national), "0")
	whole := !strings.ContainsAny(written, " \u00a0-(")
	if !nationalDigits[len(number)] || whole && !international && len(number) != 10 {
		return ""
	}
	return "tel:+44" + number
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// saysWhy reports whether a short number is one to call and not a count: "call 111 if
// …", but not "we had to call 111 people".
func saysWhy(after string) bool {
	word := strings.ToLower(strings.Trim(after, " \u00a0"))
	if word == "" || strings.ContainsAny(word[:1], ".,;:!?)") {
		return true
	}
	first, _, _ := strings.Cut(word, " ")
	switch first {
	case "for", "if", "when", "or", "and", "at", "in", "to":
		return true
	}
	return false
}
