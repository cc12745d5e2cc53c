package pdf

import "apr/internal/tagpdf"

// page is one page: strips with their places on it.
type page struct {
	landscape bool
	strips    []placed
	frames    []framePart // outer ones before inner ones
}

type placed struct {
	*strip
	y float64
	// reopened are the frames that go on from the page before: their repeats
	// are drawn above the strip.
	reopened []framePart
}

// framePart is the part of a frame that is on one page.
type framePart struct {
	*frame
	top, bottom float64
	first       bool
}

func (s *page) orientation() tagpdf.Orientation {
	if s.landscape {
		return tagpdf.Landscape
	}
	return tagpdf.Portrait
}

// head is the highest that strips may reach on a page.
func head(landscape bool) float64 {
	if landscape {
		return marginTopWide
	}
	return marginTop
}

// room is the height between a page's head and its foot.
func room(landscape bool) float64 { return foot(landscape) - head(landscape) }

// foot is the lowest that strips may reach on a page.
func foot(landscape bool) float64 {
	if landscape {
		return tagpdf.A4Short - marginBottomWide
	}
	return tagpdf.A4Long - marginBottom
}

// paginator cuts a galley into sheets.
type paginator struct {
	sheets []*page
	page   *page
	y      float64
	open   []int // indices into page.frames of the frames that are open
}

// paginate cuts strips into sheets. It fills each page as far as it goes; strips
// that are kept together move to the next page together.
func paginate(strips []*strip) []*page {
	p := &paginator{}
	for start := 0; start < len(strips); {
		end := start + 1
		for end < len(strips) && strips[end-1].keep && !strips[end].newPage && !strips[end].chapter {
			end++
		}
		p.chunk(strips[start:end])
		start = end
	}
	p.close(0)
	return p.sheets
}

// chunk places strips that belong on one page.
func (p *paginator) chunk(strips []*strip) {
	wide := false
	for _, s := range strips {
		wide = wide || s.wide
	}
	if p.page == nil || strips[0].newPage || wide != p.page.landscape || strips[0].chapter && !p.mostlyEmpty() {
		p.turn(strips[0], wide)
	} else if !p.fits(strips) && !p.atTop() {
		if p.begin(strips) {
			return
		}
		p.turn(strips[0], wide)
	}
	whole := p.fits(strips)
	for _, s := range strips {
		if !whole {
			p.force(s)
			continue
		}
		p.place(s)
	}
}

// begin places strips of which the last is a high row that is cut, so that it doesn't
// leave much of a page empty. It reports whether it did.
func (p *paginator) begin(strips []*strip) bool {
	const high, least = 84, 42 // of a row, and of either part
	last := strips[len(strips)-1]
	if last.split == nil || last.height < high {
		return false
	}
	left := foot(p.page.landscape) - p.end(strips) + last.height
	if left < least {
		return false
	}
	if left > last.height-least {
		left = last.height - least
	}
	top, rest := last.cut(left)
	if top == nil {
		return false
	}
	for _, s := range strips[:len(strips)-1] {
		p.place(s)
	}
	p.place(top)
	p.turn(rest, p.page.landscape)
	p.place(rest)
	return true
}

// force places one strip of a chunk that is higher than a page.
func (p *paginator) force(s *strip) {
	const least = 60 // room worth starting a cut strip in
	for !p.fits([]*strip{s}) {
		room := foot(p.page.landscape) - p.end([]*strip{s}) + s.height
		if s.split != nil && (room >= least || p.atTop()) {
			if head, tail := s.cut(room); head != nil {
				p.place(head)
				p.turn(tail, p.page.landscape)
				s = tail
				continue
			}
		}
		if p.atTop() {
			break // it can't be helped: higher than a page, and in one piece
		}
		p.turn(s, p.page.landscape)
	}
	p.place(s)
}

// cut cuts a strip in two: what begins with it stays with the head, what ends
// with it goes with the tail.
func (s *strip) cut(room float64) (head, tail *strip) {
	head, tail = s.split(room)
	if head == nil {
		return nil, nil
	}
	head.gap, head.before, head.place = s.gap, s.before, s.place
	tail.after, tail.keep = s.after, s.keep
	for _, part := range []*strip{head, tail} {
		part.wide, part.frames = s.wide, s.frames
	}
	return head, tail
}

// wellFilled is the part of a page above which a chapter begins the next one.
const wellFilled = 0.82

// mostlyEmpty reports whether so little is on the page that a chapter may begin
// below it.
func (p *paginator) mostlyEmpty() bool {
	return p.y-head(p.page.landscape) < wellFilled*room(p.page.landscape)
}

func (p *paginator) atTop() bool { return len(p.page.strips) == 0 }

// fits reports whether strips fit the rest of the page with the frames that
// they leave open.
func (p *paginator) fits(strips []*strip) bool { return p.end(strips) <= foot(p.page.landscape)+0.01 }

// end is where the page's content would end after strips.
func (p *paginator) end(strips []*strip) float64 {
	y := p.y
	open := make([]*frame, 0, 4)
	for _, i := range p.open {
		open = append(open, p.page.frames[i].frame)
	}
	for i, s := range strips {
		shared := sharedFrames(open, s.frames)
		for _, f := range open[shared:] {
			y += f.bottom
		}
		if i > 0 || !p.atTop() {
			y += s.gap
		}
		for _, f := range s.frames[shared:] {
			y += f.top
		}
		y += s.height
		open = s.frames
	}
	for _, f := range open {
		y += f.bottom
	}
	return y
}

func sharedFrames(a, b []*frame) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// place puts a strip below what is on the page.
func (p *paginator) place(s *strip) {
	open := make([]*frame, 0, 4)
	for _, i := range p.open {
		open = append(open, p.page.frames[i].frame)
	}
	shared := sharedFrames(open, s.frames)
	p.close(shared)
	var reopened []framePart
	if !p.atTop() {
		p.y += s.gap
	} else {
		for _, i := range p.open {
			reopened = append(reopened, p.page.frames[i])
		}
	}
	for _, f := range s.frames[shared:] {
		p.openFrame(f, true)
	}
	p.page.strips = append(p.page.strips, placed{strip: s, y: p.y, reopened: reopened})
	p.y += s.height
}

func (p *paginator) openFrame(f *frame, first bool) {
	p.open = append(p.open, len(p.page.frames))
	p.page.frames = append(p.page.frames, framePart{frame: f, top: p.y, first: first})
	p.y += f.top
	if !first {
		p.y += f.repeatHeight
	}
}

// close ends the open frames beyond the first n on this page.
func (p *paginator) close(n int) {
	for len(p.open) > n {
		f := &p.page.frames[p.open[len(p.open)-1]]
		p.y += f.frame.bottom
		f.bottom = p.y
		p.open = p.open[:len(p.open)-1]
	}
}

// turn starts a page for s. The frames that s is still in go on there.
func (p *paginator) turn(s *strip, landscape bool) {
	var going []*frame
	if p.page != nil {
		for i, at := range p.open {
			f := p.page.frames[at].frame
			if i >= len(s.frames) || s.frames[i] != f {
				break
			}
			going = append(going, f)
		}
		p.close(0)
	}
	p.page = &page{landscape: landscape}
	p.sheets = append(p.sheets, p.page)
	p.y, p.open = head(landscape), nil
	for _, f := range going {
		p.openFrame(f, false)
	}
}
