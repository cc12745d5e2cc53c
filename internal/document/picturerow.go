package document

// Side is where a picture stands beside text.
type Side int

// The sides. A picture at none stands by itself.
const (
	NoSide Side = iota
	LeftSide
	RightSide
)

// BesideWidth is how wide a picture beside text is that doesn't say so, in percent of
// the text's width.
const BesideWidth = 35

// PercentWide is how wide a picture is to be in percent of the text's width, or 0 for as
// large as it is.
func (b *Picture) PercentWide() int {
	if b.Width == 0 && b.Side != NoSide {
		return BesideWidth
	}
	return b.Width
}

// PictureRow is pictures next to each other: two to four. Those that don't say how wide
// they are share the width that is left.
type PictureRow struct{ Pictures []*Picture }

func (b *PictureRow) Accept(v BlockVisitor) error { return v.PictureRow(b) }

// Shares are how wide the pictures of a row are, in percent of the text's width.
func (b *PictureRow) Shares() []float64 {
	left, open := 100.0, 0
	for _, p := range b.Pictures {
		left -= float64(p.Width)
		if p.Width == 0 {
			open++
		}
	}
	shares := make([]float64, len(b.Pictures))
	for i, p := range b.Pictures {
		shares[i] = float64(p.Width)
		if p.Width == 0 {
			shares[i] = max(left, 0) / float64(open)
		}
	}
	return shares
}
