package words

import (
	"cmp"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"apr/internal/document"
	"apr/internal/lazyregexp"
	"apr/internal/picture"
	"apr/internal/project/prose"
	"apr/report/words/docx"
)

// withFigures binds figures whose controls and bookmarks a program has dropped, and
// says which figures were retyped, typed over or taken out.
func withFigures(base, theirs []unit) ([]unit, []FigureChange) {
	var edits []FigureChange
	out := append([]unit{}, theirs...)
	for _, u := range theirs {
		for _, d := range datumsIn(u) {
			if !prose.IsFence(d.ID) && !alike(d.Display, d.Value) {
				edits = append(edits, FigureChange{d.ID, d.Value, d.Display, true})
			}
		}
	}
	at := aligned(keys(base), keys(theirs))
	k, from := 0, 0
	pairUp := func(end, to int) {
		for i := 0; from+i < to && k+i < end; i++ {
			var changes []FigureChange
			out[k+i], changes = rebound(base[from+i], out[k+i])
			edits = append(edits, changes...)
		}
	}
	for i := range base {
		if at[i] >= 0 {
			pairUp(at[i], i)
			k, from = at[i]+1, i+1
		}
	}
	pairUp(len(theirs), len(base))
	return out, edits
}

// alike reports whether two values are the same but for blanks.
func alike(a, b string) bool {
	return strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
}

// rebound puts the figures of was that is lacks where their values stand.
func rebound(was, is unit) (unit, []FigureChange) {
	have := map[string]int{}
	for _, d := range datumsIn(is) {
		have[d.ID]++
	}
	var edits []FigureChange
	changed := false
	for _, d := range datumsIn(was) {
		if have[d.ID] > 0 {
			have[d.ID]--
			continue
		}
		shows := d.Value
		content, done := boundIn(is.Content, d, shows)
		if done {
			is.Content, changed = content, true
			continue
		}
		edits = append(edits, FigureChange{Reference: d.ID, Shows: shows, Typed: typedOver(was.Content.String(), is.Content.String(), shows)})
	}
	if changed {
		is = unitOf(is.Block)
	}
	return is, edits
}

// boundIn puts a figure in the place of its value where that stands in a line once, as
// a word of its own.
func boundIn(is document.Inlines, d *document.Datum, shows string) (document.Inlines, bool) {
	if shows == "" {
		return is, false
	}
	for i, inline := range is {
		t, ok := inline.(*document.Text)
		if !ok {
			continue
		}
		before, after, found := strings.Cut(t.Text, shows)
		if !found || endsInWord(before) || beginsInWord(after) {
			continue
		}
		out := append(document.Inlines{}, is[:i]...)
		if before != "" {
			out = append(out, &document.Text{Text: before, Lang: t.Lang})
		}
		out = append(out, &document.Datum{ID: d.ID, Display: shows, Value: shows})
		if after != "" {
			out = append(out, &document.Text{Text: after, Lang: t.Lang})
		}
		return append(out, is[i+1:]...), true
	}
	return is, false
}

func endsInWord(s string) bool {
	r := []rune(s)
	return len(r) > 0 && (isLetter(r[len(r)-1]) || r[len(r)-1] == '.' || r[len(r)-1] == ',')
}

func beginsInWord(s string) bool {
	r := []rune(s)
	return len(r) > 0 && isLetter(r[0]) || len(r) > 1 && (r[0] == '.' || r[0] == ',') && isLetter(r[1])
}

// typedOver are the words that stand where a value stood, "" where none do: a full stop
// that stood behind it isn't what it was typed over with.
func typedOver(was, is, shows string) string {
	a, b := strings.Fields(was), strings.Fields(is)
	first := strings.Fields(shows)
	if len(first) == 0 {
		return ""
	}
	at := aligned(a, b)
	for i, word := range a {
		if !strings.Contains(word, first[0]) || at[i] >= 0 {
			continue
		}
		from, to, before, after := 0, len(b), i, i+1
		for ; before > 0 && at[before-1] < 0; before-- {
		}
		if before > 0 {
			from = at[before-1] + 1
		}
		for ; after < len(a) && at[after] < 0; after++ {
		}
		if after < len(a) {
			to = at[after]
		}
		if typed := newWords(slices.Concat(a[before:i], a[i+1:after]), b[from:max(from, to)]); len(typed) < 12 {
			return strings.Join(typed, " ")
		}
	}
	return ""
}

// newWords are those of is that was hasn't, whatever signs stand at them; none where there
// are signs alone.
func newWords(was, is []string) []string {
	isSign := func(r rune) bool { return !isLetter(r) }
	var typed []string
	letters := false
	for _, word := range is {
		bare := strings.TrimFunc(word, isSign)
		if i := slices.IndexFunc(was, func(w string) bool { return strings.TrimFunc(w, isSign) == bare }); bare != "" && i >= 0 {
			was = slices.Delete(slices.Clone(was), i, i+1)
			continue
		}
		typed, letters = append(typed, word), letters || bare != ""
	}
	if !letters {
		return nil
	}
	return typed
}

// newPicture gives a picture that came with the file a place in the project. It is set
// upright, scaled and stripped of what it holds unseen. ok is false of one that no report
// can show: it is told, and the text is taken without it.
func (c *comparison) newPicture(u unit) (out unit, ok bool) {
	shown, err := picture.Read(u.Picture.File, u.Picture.Data, picture.InText)
	if err != nil {
		c.file.Losses = append(c.file.Losses, docx.Loss{What: "a picture that a report can't show (" + err.Error() + ")", Place: u.Place, Block: -1, Words: u.Picture.Alt,
			Then: "it isn't kept; in Word, cut it and paste it again as a PNG (Home > Paste > Paste Special), or insert it from a PNG or JPEG file, and give it its alternative text"})
		return unit{}, false
	}
	p := *u.Picture
	p.Data, p.File = shown.Data, c.pictureName(u, shown)
	if c.pictures == nil {
		c.pictures = map[string][]byte{}
	}
	c.pictures[p.File] = p.Data
	u.Block.Picture = &p
	return unitOf(u.Block), true
}

// headingOf is the heading of the text that a unit is under, "" for none.
func (c *comparison) headingOf(u unit) string {
	for _, b := range c.blocks {
		if b.Kind == docx.Heading && strings.TrimSpace(b.Content.String()) == u.Under {
			return u.Under
		}
	}
	return ""
}

// pictureName names a picture after what it shows, the heading that it is under or its
// text: in small letters and digits of ASCII, so that every system takes it, and so that no other
// picture of the project has it.
func (c *comparison) pictureName(u unit, shown picture.Picture) string {
	extension := ".png"
	if shown.MediaType == "image/jpeg" {
		extension = ".jpg"
	}
	name := cmp.Or(slug(u.Picture.Alt), slug(c.headingOf(u)), slug(c.w.Name), "picture")
	sum := hashOf(string(shown.Data))
	for n := 1; ; n++ {
		file := path.Join("pictures", name+extension)
		if n > 1 {
			file = path.Join("pictures", name+"-"+strconv.Itoa(n)+extension)
		}
		if c.named[file] == sum {
			return file
		}
		if c.named[file] != "" {
			continue
		}
		if there, err := c.project.ReadInput(file); err == nil && hashOf(string(there)) != sum || err != nil && !errors.Is(err, fs.ErrNotExist) {
			continue
		}
		c.named[file] = sum
		return file
	}
}

// mostName is how many letters of what a picture shows are in its name.
const mostName = 40

// slug are the first words of a text as the name of a file, "" where it has no letters
// that every system takes.
func slug(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(text)) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’': // an accent, or within a word
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() > mostName {
			break
		}
	}
	s := b.String()
	if len(s) > mostName {
		s = s[:mostName]
		if i := strings.LastIndexByte(s, '-'); i > 0 {
			s = s[:i]
		}
	}
	s = strings.Trim(s, "-")
	if reserved().MatchString(s) {
		return "picture-" + s
	}
	return s
}

// reserved are names that Windows takes for devices, whatever their ending.
var reserved = lazyregexp.Lazy(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)
