package words

import (
	"bytes"
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"

	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/source"
	"apr/report/render/word"
)

// exampleID is of the passage that shows the styles, which is no text.
const exampleID = "example0"

const exampleTitle = "What the styles look like"

// Outgoing says what goes out.
type Outgoing struct {
	Title string
	// Texts are those that go out, in order.
	Texts []project.Written
	// Comments are those that are open; each goes out beside its text.
	Comments []project.Comment
}

// Out writes texts of a project into a Word file for somebody to write in. Problems with
// texts that Word couldn't show whole are a *source.InputError, and nothing goes out.
func Out(r *project.Project, o Outgoing) ([]byte, error) {
	c := &composer{project: r}
	var problems source.Problems
	form := &word.Form{
		Meta: document.Meta{
			Title: o.Title, Authority: document.Unmarked(r.Config.Authority.Name), Year: r.Config.Year.String(), Language: "en-GB",
			Label: r.Config.Label, Standing: standing, Generator: "apr",
		},
		Opening: howTo(),
		Texts:   []word.FormText{example()},
	}
	if !r.Today.IsZero() {
		form.Meta.Date = r.Today.Format("2006-01-02")
	}
	h := newHeader(r)
	written, err := r.Written()
	if err != nil {
		return nil, err
	}
	for _, w := range o.Texts {
		made, lost := c.pieces(w.Text)
		for _, p := range lost {
			problems.Add(p)
		}
		title, group := titleOf(w)
		form.Texts = append(form.Texts, word.FormText{
			ID: idOf(w), Group: group, Title: title, Above: h.above(w), Parts: made.formParts(made.pieces),
			Key: w.Name, Entry: w.Entry, Hash: hashOf(w.Text.Markdown), Markdown: w.Text.Markdown,
			Comments: sentWith(o.Comments, written, w),
		})
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	return word.RenderForm(form)
}

// titleOf names a text for people, and the group that it stands in.
func titleOf(w project.Written) (title, group string) {
	stem, rest, _ := strings.Cut(w.List(), ".")
	group = groupOf(stem)
	words := strings.NewReplacer("[]", "", ".", ", ", "_", " ").Replace(rest)
	title = strings.ToUpper(words[:1]) + words[1:]
	if w.Entry != "" {
		title += ": " + strings.ReplaceAll(w.Entry, "=", " ")
	}
	return title, group
}

// groupOf is the heading over the texts of a file of the narrative.
func groupOf(stem string) string {
	return strings.ToUpper(stem[:1]) + strings.ReplaceAll(stem[1:], "-", " ")
}

// howTo says how to write in the file.
func howTo() []document.Block {
	var blocks []document.Block
	for _, s := range []string{
		"Write between the line that begins with “Text apr-” and the line “End of the text”. What stands elsewhere isn't taken over.",
		"Use Word's styles: Heading 3 and 4, List Bullet, List Number, Quote, Attribution for who said it, and Caption above a table. Bold, italics, links, footnotes, tables and pictures with alternative text are taken over; colours, text boxes and merged cells aren't.",
		"A box (a spotlight, a case study, a quotation, tiles) stands between two lines in square brackets, and its title behind the first. Move, copy or delete both lines with what is between them. For a new one use the styles Spotlight Title and Spotlight, or Case Study Title and Case Study.",
		"You can track changes and write comments. Leave the lines in small type as they are: they say which text is which.",
	} {
		blocks = append(blocks, &document.Paragraph{Content: document.Plain(s)})
	}
	return blocks
}

// example shows what the styles look like.
func example() word.FormText {
	plain := func(s string) document.Block { return &document.Paragraph{Content: document.Plain(s)} }
	items := func(ordered bool, texts ...string) document.Block {
		l := &document.List{Ordered: ordered, Start: 1}
		for _, t := range texts {
			l.Items = append(l.Items, []document.Block{plain(t)})
		}
		return l
	}
	return word.FormText{
		ID: exampleID, Title: exampleTitle, Key: "an example, which isn't taken over", Hash: strings.Repeat("0", 12),
		Parts: []word.FormPart{
			{Heading: "A heading (style Heading 3)", Level: 1},
			{Block: &document.Paragraph{Content: document.Inlines{&document.Text{Text: "A paragraph with "}, &document.Strong{Content: document.Plain("bold words")}, &document.Text{Text: " and "},
				&document.Link{URL: "https://www.legislation.gov.uk/ssi/2014/326", Content: document.Plain("a link")}, &document.Text{Text: "."}}}},
			{Block: items(false, "a point (List Bullet)", "another")}, {Block: items(true, "the first step (List Number)", "the second")},
			{Block: &document.Quotation{Blocks: []document.Block{plain("Somebody's words (Quote).")}, Attribution: document.Plain("who said them (Attribution)")}},
			{Block: &document.Table{Caption: "What the table shows (Caption)", RowHeads: 1, Columns: []document.Column{{Head: document.Plain("Locality")}, {Head: document.Plain("People"), Align: document.Right}},
				Rows: []document.Row{{Cells: []document.Cell{{Content: document.Plain("North")}, {Content: document.Plain("52,300")}}}}}},
			{Block: &document.Picture{ID: "example-picture", MediaType: "image/png", Data: examplePicture(),
				Alt: "Two bars, the second twice as long as the first. Alternative text says what a picture shows: right-click it and choose Edit Alt Text", Caption: "What the picture is (Picture Caption)"}},
			{Block: &document.Box{Kind: document.CaseStudy, Title: "a story from the year", Blocks: []document.Block{plain("What happened, and what came of it (Case Study).")}}},
		},
	}
}

// examplePicture is a picture of two bars.
func examplePicture() []byte {
	blue, pale := color.RGBA{0x00, 0x2d, 0x54, 0xff}, color.RGBA{0xea, 0xf0, 0xf4, 0xff}
	m := image.NewPaletted(image.Rect(0, 0, 600, 160), color.Palette{pale, blue})
	for y := range 160 {
		for x := 20; x < 580; x++ {
			if y >= 20 && y < 70 && x < 300 || y >= 90 && y < 140 {
				m.SetColorIndex(x, y, 1)
			}
		}
	}
	var b bytes.Buffer
	_ = png.Encode(&b, m) // a Buffer doesn't fail
	return b.Bytes()
}

// Select are the texts that keys name: the name of a text, of a file or of a part of one.
// A key that names nothing is the error's.
func Select(all []project.Written, keys []string) ([]project.Written, error) {
	if len(keys) == 0 {
		return all, nil
	}
	var out []project.Written
	var names []string
	for _, w := range all {
		names = append(names, w.Name)
	}
	used := map[string]bool{}
	for _, w := range all {
		for _, k := range keys {
			if Names(k, w.Name) {
				used[k] = true
				out = append(out, w)
				break
			}
		}
	}
	for _, k := range keys {
		if !used[k] {
			return nil, fmt.Errorf("no text is called %q; %s", k, cmp.Or(source.DidYouMean(k, names), "apr status lists the texts"))
		}
	}
	return out, nil
}

// Names reports whether a key is a text's name or that of something that it is part of.
func Names(key, name string) bool {
	key = strings.TrimSuffix(key, ".yaml")
	rest, found := strings.CutPrefix(name, key)
	return found && key != "" && (rest == "" || rest[0] == '.' || rest[0] == '[')
}
