package pdfread

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// get is the object that o is or refers to, nil where there is none.
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

// string is a text string; "" for what isn't one.
func (r *reader) string(o types.Object) string {
	switch v := r.get(o).(type) {
	case types.StringLiteral, types.HexLiteral:
		s, err := r.ctx.DereferenceText(v)
		if err == nil {
			return s
		}
	}
	return ""
}

// stream is what a stream unpacks to, as far as the budget goes.
func (r *reader) stream(o types.Object) ([]byte, error) {
	s, ok := r.get(o).(types.StreamDict)
	if !ok {
		return nil, nil
	}
	if err := s.DecodeWithLimit(max(1, min(maxStream, r.budget))); err != nil {
		return nil, err
	}
	r.budget -= int64(len(s.Content))
	return s.Content, nil
}

// number is the number of the object that o refers to, 0 for a direct object.
func number(o types.Object) int {
	if ref, ok := o.(types.IndirectRef); ok {
		return int(ref.ObjectNumber)
	}
	return 0
}
