package pdfread

import (
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// interpreter goes through a page's content: which text is in which marked content.
type interpreter struct {
	r         *reader
	page      int
	resources types.Dict
	operands  []token
	open      []int // identifiers of the marked content that is open
	font      *font
	pieces    map[int]*strings.Builder
	first     int // where the page's begin in the reader's order
	loose     strings.Builder
}

// What marked content is that has no identifier.
const (
	artifact = -1
	unnamed  = -2 // belongs to what is around it
)

// page reads a page's content streams, which are one.
func (r *reader) page(d, resources types.Dict) error {
	streams := r.array(d["Contents"])
	if streams == nil {
		streams = types.Array{d["Contents"]}
	}
	var whole []byte
	for _, o := range streams {
		data, err := r.stream(o)
		if err != nil {
			return err
		}
		whole = append(append(whole, data...), '\n')
	}
	p := &interpreter{r: r, page: r.doc.Pages, resources: resources, pieces: map[int]*strings.Builder{}, first: len(r.order)}
	p.run(&lexer{whole})
	return nil
}

// maxOperands is how many an operator may have; a line of text has one for each
// letter at most.
const maxOperands = 1 << 16

func (p *interpreter) run(l *lexer) {
	for {
		t := l.next()
		switch t.kind {
		case endOfStream:
			p.r.loose(p.page, p.loose.String())
			for _, c := range p.r.order[p.first:] {
				p.r.text[c] = p.pieces[c.id].String()
			}
			return
		case anOperator:
			p.operator(string(t.text), l)
			p.operands = p.operands[:0]
		default:
			if len(p.operands) < maxOperands {
				p.operands = append(p.operands, t)
			}
		}
	}
}

func (p *interpreter) operator(name string, l *lexer) {
	switch name {
	case "BMC", "BDC":
		p.open = append(p.open, p.identifier())
	case "EMC":
		p.open = p.open[:max(0, len(p.open)-1)]
	case "Tf":
		if f := p.operand(0, aName); f != "" {
			p.font = p.r.fontOf(p.r.dict(p.resources["Font"])[f])
		}
	case "Tj", "'", `"`, "TJ":
		for _, t := range p.operands {
			if t.kind == aString {
				p.show(p.font.decode(t.text))
			}
		}
	case "ID":
		l.passImage()
	case "Do":
		x := p.r.dict(p.resources["XObject"])[p.operand(0, aName)]
		if s, ok := p.r.get(x).(types.StreamDict); ok && p.r.name(s.Dict["Subtype"]) == "Form" {
			p.r.doc.Forms = append(p.r.doc.Forms, p.page)
		}
	}
}

// operand is the text of one, "" where it isn't of the kind.
func (p *interpreter) operand(i int, k kind) string {
	if i < len(p.operands) && p.operands[i].kind == k {
		return string(p.operands[i].text)
	}
	return ""
}

// identifier is that of the marked content that begins.
func (p *interpreter) identifier() int {
	if p.operand(0, aName) == "Artifact" {
		return artifact
	}
	if list := p.operand(1, aName); list != "" { // named among the resources
		if id, ok := p.r.get(p.r.dict(p.r.dict(p.resources["Properties"])[list])["MCID"]).(types.Integer); ok {
			return max(int(id), unnamed)
		}
		return unnamed
	}
	for i := 1; i+1 < len(p.operands); i++ {
		if p.operand(i, aName) == "MCID" {
			if id, err := strconv.Atoi(p.operand(i+1, aNumber)); err == nil && id >= 0 {
				return id
			}
		}
	}
	return unnamed
}

// show takes note of text: it is the innermost marked content's, and nobody's within
// an artifact.
func (p *interpreter) show(text string) {
	id := unnamed
	for _, o := range p.open {
		if o == artifact {
			return
		}
		if o != unnamed {
			id = o
		}
	}
	if id == unnamed {
		p.loose.WriteString(text)
		return
	}
	b := p.pieces[id]
	if b == nil {
		b = &strings.Builder{}
		p.pieces[id] = b
		p.r.order = append(p.r.order, content{p.page, id})
	}
	b.WriteString(text)
}
