package tagpdftest

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"apr/internal/lazyregexp"
)

// scanner reads a page's content: which text is in which marked content.
type scanner struct {
	r         *reader
	page      int
	fonts     types.Dict
	maps      map[string]map[uint16]rune // by font resource
	artifacts strings.Builder
	font      string
	open      []string // tags of open marked content
	id        int
}

var markedContent = lazyregexp.New(`/(\S+) <<(.*)>> BDC$`)

// scan relies on the writer's form: strings and operators, one sequence of
// marked content at a time.
func (s *scanner) scan(b []byte) error {
	for len(b) > 0 {
		if b[0] == '(' {
			text, rest, err := literal(b)
			if err != nil {
				return err
			}
			if err := s.show(text); err != nil {
				return err
			}
			b = rest
			continue
		}
		end := bytes.IndexAny(b, "(\n")
		if end < 0 {
			end = len(b)
		}
		if err := s.operators(string(b[:end])); err != nil {
			return err
		}
		b = bytes.TrimPrefix(b[end:], []byte("\n"))
	}
	if len(s.open) > 0 {
		return fmt.Errorf("marked content %v isn't closed", s.open)
	}
	return nil
}

func (s *scanner) operators(line string) error {
	if m := markedContent.FindStringSubmatch(line); m != nil {
		return s.begin(m[1], m[2])
	}
	fields := strings.Fields(line)
	for i, f := range fields {
		switch f {
		case "EMC":
			if len(s.open) == 0 {
				return errors.New("EMC without BDC")
			}
			s.open = s.open[:len(s.open)-1]
		case "Tf":
			if i >= 2 {
				s.font = strings.TrimPrefix(fields[i-2], "/")
			}
		case "S", "s", "f", "F", "B", "b", "Do", "f*", "B*", "b*", "sh":
			if len(s.open) == 0 {
				return fmt.Errorf("%q is outside marked content", line)
			}
		}
	}
	return nil
}

func (s *scanner) begin(tag, properties string) error {
	if len(s.open) > 0 {
		return fmt.Errorf("%s inside %s", tag, s.open)
	}
	s.open, s.id = append(s.open, tag), -1
	if tag == "Artifact" {
		return nil
	}
	n, ok := strings.CutPrefix(properties, "/MCID ")
	id, err := strconv.Atoi(n)
	if !ok || err != nil {
		return fmt.Errorf("%s without an identifier: %q", tag, properties)
	}
	if s.r.owner[content{s.page, id}] == 0 {
		return fmt.Errorf("marked content %d isn't in the parent tree", id)
	}
	s.id = id
	return nil
}

// show takes note of a text drawn.
func (s *scanner) show(codes []byte) error {
	if len(s.open) == 0 {
		return errors.New("text outside marked content")
	}
	m, err := s.characters()
	if err != nil {
		return err
	}
	if len(codes)%2 != 0 {
		return fmt.Errorf("text of %d bytes", len(codes))
	}
	var b strings.Builder
	for i := 0; i < len(codes); i += 2 {
		r, ok := m[uint16(codes[i])<<8|uint16(codes[i+1])]
		if !ok {
			return fmt.Errorf("code %x has no Unicode value", codes[i:i+2])
		}
		b.WriteRune(r)
	}
	if s.id < 0 {
		s.artifacts.WriteString(b.String())
	} else {
		s.r.text[content{s.page, s.id}] += b.String()
	}
	return nil
}

var bfchar = lazyregexp.New(`<([0-9A-F]{4})> <([0-9A-F]{4})>\n`)

// characters is the current font's ToUnicode map.
func (s *scanner) characters() (map[uint16]rune, error) {
	if m := s.maps[s.font]; m != nil {
		return m, nil
	}
	stream, ok := s.r.get(s.r.dict(s.fonts[s.font])["ToUnicode"]).(types.StreamDict)
	if !ok {
		return nil, fmt.Errorf("font %q has no ToUnicode", s.font)
	}
	if err := stream.Decode(); err != nil {
		return nil, err
	}
	_, body, _ := bytes.Cut(stream.Content, []byte("endcodespacerange"))
	m := map[uint16]rune{}
	for _, p := range bfchar.FindAllSubmatch(body, -1) {
		from, _ := hex.DecodeString(string(p[1]))
		to, _ := hex.DecodeString(string(p[2]))
		m[uint16(from[0])<<8|uint16(from[1])] = rune(to[0])<<8 | rune(to[1])
	}
	s.maps[s.font] = m
	return m, nil
}

// literal reads a string in brackets.
func literal(b []byte) (text, rest []byte, err error) {
	for i := 1; i < len(b); i++ {
		switch b[i] {
		case ')':
			return text, b[i+1:], nil
		case '\\':
			i++
			if i == len(b) {
				return nil, nil, errors.New("a string is cut short")
			}
			c := b[i]
			if c == 'r' {
				c = '\r'
			}
			text = append(text, c)
		default:
			text = append(text, b[i])
		}
	}
	return nil, nil, errors.New("a string isn't closed")
}

func (r *reader) get(o types.Object) types.Object {
	v, err := r.ctx.Dereference(o)
	if err != nil {
		return nil
	}
	return v
}

func (r *reader) dict(o types.Object) types.Dict {
	d, _ := r.get(o).(types.Dict)
	return d
}

func (r *reader) array(o types.Object) types.Array {
	a, _ := r.get(o).(types.Array)
	return a
}

func (r *reader) name(o types.Object) string {
	n, _ := r.get(o).(types.Name)
	return string(n)
}

func (r *reader) int(o types.Object) int {
	n, ok := r.get(o).(types.Integer)
	if !ok {
		return -1
	}
	return int(n)
}

func (r *reader) float(o types.Object) float64 {
	if f, ok := r.get(o).(types.Float); ok {
		return float64(f)
	}
	return float64(r.int(o))
}

func (r *reader) string(o types.Object) string {
	if o == nil {
		return ""
	}
	s, err := r.ctx.DereferenceText(o)
	if err != nil {
		return ""
	}
	return s
}

// number is the number of the object that o refers to, 0 for a direct object.
func number(o types.Object) int {
	if ref, ok := o.(types.IndirectRef); ok {
		return int(ref.ObjectNumber)
	}
	return 0
}
