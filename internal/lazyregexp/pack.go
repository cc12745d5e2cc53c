package lazyregexp

import (
	"encoding/binary"
	"slices"
)

// factsOf is what is found in an expression, as the table has it and reader reads it:
// how many groups it has, what it needs, and where its matches start.
func factsOf(expression string) string {
	parsed := parse(expression)
	b := binary.AppendUvarint(nil, uint64(parsed.MaxCap()))
	b = appendStrings(b, needsOf(parsed))
	return string(appendStarts(b, startsOf(parsed, expression)))
}

// appendStrings adds strings, each with its length before it.
func appendStrings(b []byte, all []string) []byte {
	b = binary.AppendUvarint(b, uint64(len(all)))
	for _, s := range all {
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	return b
}

// flags are what starts say with yes or no; the last says that there are some.
func (s *starts) flags() []*bool {
	return []*bool{&s.word, &s.line, &s.begun, &s.behindText, &s.behindLine}
}

func appendStarts(b []byte, s *starts) []byte {
	if s == nil {
		return b
	}
	flags := byte(0)
	for i, yes := range s.flags() {
		if *yes {
			flags |= 1 << i
		}
	}
	b = append(b, flags)
	var runs []byte // the first and the last of bytes that follow each other
	for i, may := range s.bytes {
		switch last := len(runs) - 1; {
		case !may:
		case last > 0 && int(runs[last]) == i-1:
			runs[last]++
		default:
			runs = append(runs, byte(i), byte(i))
		}
	}
	b = append(binary.AppendUvarint(b, uint64(len(runs))), runs...)
	return appendStrings(b, slices.Concat(s.strings...))
}

// A reader reads what the table has of an expression.
type reader string

// number is what binary.Uvarint reads of bytes: a string needn't be copied for it.
func (r *reader) number() int {
	n, shift := 0, 0
	for i := 0; ; i++ {
		c := (*r)[i]
		n |= int(c&0x7F) << shift
		if shift += 7; c < 0x80 {
			*r = (*r)[i+1:]
			return n
		}
	}
}

func (r *reader) text() string {
	n := r.number()
	text := (*r)[:n]
	*r = (*r)[n:]
	return string(text)
}

func (r *reader) strings() []string {
	n := r.number()
	if n == 0 {
		return nil
	}
	all := make([]string, n)
	for i := range all {
		all[i] = r.text()
	}
	return all
}

func (r *reader) needs() needs { return r.strings() }

func (r reader) starts() *starts {
	if r == "" {
		return nil
	}
	s := &starts{}
	for i, yes := range s.flags() {
		*yes = r[0]&(1<<i) != 0
	}
	r = r[1:]
	runs := r.text()
	for i := 0; i < len(runs); i += 2 {
		for c := int(runs[i]); c <= int(runs[i+1]); c++ {
			s.bytes[c] = true
		}
	}
	s.group(r.strings())
	s.setOnly()
	return s
}

// group puts strings into groups by their first byte, in the order in which they are.
func (s *starts) group(all []string) {
	for len(all) > 0 {
		first := all[0][0]
		n := slices.IndexFunc(all, func(text string) bool { return text[0] != first })
		if n < 0 {
			n = len(all)
		}
		s.strings = append(s.strings, all[:n:n])
		s.first[first] = uint8(len(s.strings))
		all = all[n:]
	}
}
