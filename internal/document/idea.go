package document

// LargeType is the size of running text on paper in a document in large type, in points:
// guidance on Easy Read asks for 14 at least, and 16 is what its publishers use.
const LargeType = 16

// Idea is one idea of an Easy Read text: a picture at the left, and the words that it goes
// with at the right of it. The words of all ideas begin at the same distance from the
// edge, whether there is a picture or not.
type Idea struct {
	// Picture is nil where there is none. Its own width, side and link to a page are
	// kept out: a caption is printed below it.
	Picture *Picture
	// Slot shows the place of a picture that isn't there, which a draft does.
	Slot bool
	// Blocks are paragraphs and lists.
	Blocks []Block
}

// IdeaPicture is how wide the pictures of ideas are, in percent of the text's width.
const IdeaPicture = 28

// SlotWords are what the place of a picture that isn't there says.
const SlotWords = "Picture to come"

func (b *Idea) Accept(v BlockVisitor) error { return v.Idea(b) }
