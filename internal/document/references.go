package document

// DropReferences puts the words of each reference without a target in its place.
func DropReferences(doc *Document) {
	eachLine(doc.Sections, withoutReferences)
	for _, n := range doc.Notes {
		n.Content = withoutReferences(n.Content)
	}
}

func withoutReferences(line Inlines) Inlines {
	var out Inlines
	for _, in := range line {
		switch in := in.(type) {
		case *Strong:
			in.Content = withoutReferences(in.Content)
		case *Emphasis:
			in.Content = withoutReferences(in.Content)
		case *Reference:
			if in.Target == "" {
				out = append(out, in.Content...)
				continue
			}
		}
		out = append(out, in)
	}
	return out
}
