package words

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"time"

	"apr/internal/wording"
	"apr/report/words/docx"
)

// Print writes what came back for people, text by text.
func Print(out io.Writer, all []*Returned) error {
	var b strings.Builder
	for _, back := range all {
		b.WriteString(back.File + "\n")
		counts := map[State]int{}
		texts, outside := 0, 0
		for _, t := range back.Texts {
			if t.Key == "" && t.Title == outsideTitle {
				outside += len(t.Differences)
				t.printOutside(&b)
				continue
			}
			texts++
			counts[t.State]++
			t.print(&b)
		}
		back.remarks(&b)
		fmt.Fprintf(&b, "  %s: %d unchanged, %d changed, %d changed on both sides, %d in conflict, %d new, %d missing",
			wording.Count(texts, "text", "texts"), counts[Unchanged], counts[Changed], counts[Both], counts[Conflict], counts[New], counts[Missing])
		if outside > 0 {
			fmt.Fprintf(&b, "; %s", wording.Count(outside, "paragraph outside of them left out", "paragraphs outside of them left out"))
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(out, b.String())
	return err
}

var stateWords = map[State]string{
	Unchanged: "unchanged", Changed: "changed", Both: "changed on both sides, and merged",
	Conflict: "conflict: both sides changed the same paragraphs", New: "new: the project has no such text", Missing: "missing: it went out and isn't in the file",
}

func (t Text) print(b *strings.Builder) {
	if t.State == Unchanged && len(t.Figures) == 0 && len(t.Undescribed) == 0 && len(t.Conflicts) == 0 {
		return
	}
	name := t.Key
	if name == "" {
		name = t.Title
	}
	ours := "project"
	if len(t.Earlier) > 0 {
		ours = wording.List(t.Earlier)
	}
	state := stateWords[t.State]
	switch {
	case t.State == Conflict && len(t.Earlier) > 0:
		state = fmt.Sprintf("conflict: %s and this file changed the same paragraphs", ours)
	case t.State == Both && len(t.Earlier) > 0:
		state = fmt.Sprintf("changed in %s too, and merged", ours)
	case t.State == Unchanged && len(t.Conflicts) > 0:
		state = "unchanged: the project's words stand where both sides changed the same paragraphs"
	}
	fmt.Fprintf(b, "  %s: %s\n", name, state)
	for _, d := range t.Differences {
		paragraph(b, "    ", d)
	}
	if t.Emptied {
		b.WriteString("    nothing is left of this text in the file\n")
	}
	for _, c := range t.Conflicts {
		paragraph(b, "    "+ours+": ", c.Project)
		paragraph(b, fmt.Sprintf("    %-*s ", len(ours)+1, "file:"), c.File)
	}
	if t.State == Conflict {
		b.WriteString("    choose with --take file or --take project, or edit the narrative until it has the words of the file\n")
	}
	for _, why := range t.Refused {
		fmt.Fprintf(b, "    can't be taken over: %s\n", why)
	}
	for _, p := range t.Undescribed {
		if len(t.Refused) > 0 {
			break // which says so
		}
		fmt.Fprintf(b, "    %s, at %s, has no alternative text, without which no report is built: right-click it in Word and choose Edit Alt Text, or write between the brackets of ![](…) what it shows\n", p.What, p.Place)
	}
	for _, f := range t.Figures {
		switch {
		case f.Kept:
			fmt.Fprintf(b, "    figure: %s shows %s and was retyped as %q; the reference is kept\n", f.Reference, f.Shows, f.Typed)
		case f.Typed != "":
			fmt.Fprintf(b, "    figure: %s shows %s and was typed over with %q, which is no reference any more\n", f.Reference, f.Shows, f.Typed)
		default:
			fmt.Fprintf(b, "    figure: %s, which shows %s, was taken out\n", f.Reference, f.Shows)
		}
	}
}

// printOutside lists what stands in no text.
func (t Text) printOutside(b *strings.Builder) {
	b.WriteString("  left out: what stands outside of the texts; to have it in the report, move it into one\n")
	for _, d := range t.Differences {
		paragraph(b, "    ", d)
	}
}

func paragraph(b *strings.Builder, head, text string) {
	b.WriteString(head + strings.ReplaceAll(text, "\n", "\n"+strings.Repeat(" ", len(head))) + "\n")
}

// remarks are what else is in the file.
func (back *Returned) remarks(b *strings.Builder) {
	var authors []string
	taken := map[string]int{}
	for _, c := range back.Changes {
		if c.Taken {
			if taken[c.Author]++; taken[c.Author] == 1 {
				authors = append(authors, c.Author)
			}
		}
	}
	for _, a := range authors {
		fmt.Fprintf(b, "  tracked changes taken: %d by %s\n", taken[a], cmp.Or(a, "somebody"))
	}
	for _, c := range back.Changes {
		if !c.Taken {
			fmt.Fprintf(b, "  tracked change left out: %s %s %q (%s)\n", c.Author, c.What, strings.TrimSpace(c.Text), day(c.Date))
		}
	}
	back.printComments(b)
	for _, l := range back.Losses {
		if l.Hidden {
			printHidden(b, l)
			continue
		}
		if l.Then != "" {
			described := ""
			if l.Words != "" {
				described = fmt.Sprintf(", with the alternative text %q", l.Words)
			}
			fmt.Fprintf(b, "  left out: %s%s, at %s: %s\n", l.What, described, l.Place, l.Then)
			continue
		}
		fmt.Fprintf(b, "  left out: %s, at %s; the words are kept\n", l.What, l.Place)
	}
}

// day is the day of a moment as Word writes it; what can't be read as one stays.
func day(moment string) string {
	t, err := time.Parse(time.RFC3339, moment)
	if err != nil {
		return moment
	}
	return t.Format("2 January 2006")
}

// printHidden tells what Word doesn't print.
func printHidden(b *strings.Builder, l docx.Loss) {
	words, show := "", "it in the report, show it in Word (Layout > Selection Pane)"
	if l.Words != "" {
		words = fmt.Sprintf(": %q", shortened(strings.Join(strings.Fields(l.Words), " ")))
		show = "them in the report, select them in Word and take the tick from Hidden (Home > Font)"
	}
	fmt.Fprintf(b, "  left out: %s, at %s, not printed by Word either%s; to have %s\n", l.What, l.Place, words, show)
}
