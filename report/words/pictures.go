package words

import (
	"strconv"
	"strings"

	"apr/internal/document"
	"apr/report/render/word"
	"apr/report/words/docx"
)

// pictureBook are the pictures that went out, by their bytes, and by their bytes and
// descriptions.
type pictureBook map[string]*document.Picture

// remember notes the pictures of a text.
func (k pictureBook) remember(parts []word.FormPart) {
	w := document.Walker{Block: func(b document.Block) error {
		if p, ok := b.(*document.Picture); ok {
			k.add(p)
		}
		return nil
	}}
	for _, p := range parts {
		if p.Block != nil {
			_ = w.Blocks([]document.Block{p.Block}) // the function doesn't fail
		}
	}
}

func (k pictureBook) add(p *document.Picture) {
	hash := hashOf(string(p.Data))
	k[hash], k[hash+p.Alt] = p, p
}

// find is the picture that went out with the bytes of another, nil where none did.
func (k pictureBook) find(p *document.Picture) *document.Picture {
	hash := hashOf(string(p.Data))
	if sent := k[hash+p.Alt]; sent != nil {
		return sent
	}
	return k[hash]
}

// known is a picture that came back, with the file, the width and the side of the one
// that went out. Where it leads is as it came.
func (k pictureBook) known(p *document.Picture) *document.Picture {
	back := *p
	if sent := k.find(p); sent != nil {
		back.File, back.Width, back.Side = sent.File, sent.Width, sent.Side
	}
	return &back
}

// pictureMarkdown is a picture as the narrative has it.
func pictureMarkdown(p *document.Picture) string {
	text := "![" + escape(p.Alt, false) + "](" + p.File
	if p.Caption != "" {
		text += ` "` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(p.Caption) + `"`
	}
	text += ")"
	if p.Link != "" {
		text = "[" + text + "](" + address(p.Link) + ")"
	}
	var said []string
	switch p.Side {
	case document.LeftSide:
		said = append(said, ".left")
	case document.RightSide:
		said = append(said, ".right")
	case document.NoSide:
	}
	if p.Width > 0 {
		said = append(said, "width="+strconv.Itoa(p.Width)+"%")
	}
	if len(said) > 0 {
		text += "{" + strings.Join(said, " ") + "}"
	}
	return text
}

// captioned puts the captions of pictures to the pictures that they stand below.
func captioned(blocks []docx.Block) []docx.Block {
	var out []docx.Block
	for _, b := range blocks {
		if last := len(out) - 1; b.Kind == docx.PictureTitle && last >= 0 && out[last].Kind == docx.Picture && out[last].Picture.Caption == "" {
			p := *out[last].Picture
			p.Caption = strings.Join(strings.Fields(b.Content.String()), " ")
			out[last].Picture = &p
			continue
		}
		out = append(out, b)
	}
	return out
}
