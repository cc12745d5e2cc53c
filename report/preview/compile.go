package preview

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"sync"

	"apr/internal/document"
	"apr/internal/source"
	"apr/regs"
	"apr/report"
	"apr/report/render"
	"apr/report/render/html"
	"apr/report/render/pdf"
)

// shown is a build as it is served; it doesn't change. version differs from
// that of every other page.
type shown struct {
	version            string
	html, notes        []byte // the page as it is built; the findings and comments next to it, as JSON
	findings, blocking int
	print              func() ([]byte, error) // the PDF, made when it is asked for
}

// same reports whether a reader would see no difference.
func (s *shown) same(other *shown) bool {
	return bytes.Equal(s.html, other.html) && bytes.Equal(s.notes, other.notes)
}

// compile builds the page. Only the HTML is rendered, which is what a save is
// waiting for.
func (p *preview) compile(ctx context.Context) (*shown, error) {
	r, err := report.Compile(ctx, report.Options{
		Dir: p.opts.Dir, Today: p.opts.Today(), Cache: p.cache, Compose: p.opts.Compose, DraftWhereBlocked: true,
	})
	if err != nil {
		return nil, err
	}
	doc, blocking := r.Document, r.Blocking(regs.Statutory)
	if err := document.Validate(doc); err != nil {
		return nil, fmt.Errorf("composing the report: %w", err)
	}
	drawings, err := render.HTMLDrawings(doc)
	if err != nil {
		return nil, err
	}
	page, err := html.Render(doc, drawings)
	if err != nil {
		return nil, fmt.Errorf("writing the HTML: %w", err)
	}
	beside := findingsBySection(doc, r.Result, blocking)
	beside.Comments, beside.Unread = commentsBySection(r.Project, doc)
	notes, err := json.Marshal(beside)
	if err != nil {
		return nil, fmt.Errorf("listing the findings and comments: %w", err)
	}
	return &shown{
		html: page, notes: notes, findings: len(r.Result.Findings), blocking: blocking,
		print: sync.OnceValues(func() ([]byte, error) { return pdf.Render(doc) }),
	}, nil
}

// added is what is in the head of a page that is served, and in no other.
const added = `<meta name="apr-preview-version" content="%s">
<link rel="stylesheet" href="` + own + `preview.css">
<script type="application/json" id="apr-preview-findings">%s</script>
<script src="` + own + `preview.js" defer></script>
</head>`

// serve is the page with the preview's own things.
func (s *shown) serve() []byte {
	// JSON from Go has no < in it, so that no text ends the element.
	head := fmt.Sprintf(added, template.HTMLEscapeString(s.version), s.notes)
	return bytes.Replace(s.html, []byte("</head>"), []byte(head), 1)
}

//go:embed page/empty.html
var empty []byte

// emptyPage is shown in place of the report until it can be built for the first time.
func (p *preview) emptyPage() *shown {
	return &shown{
		version: p.run + "-0", html: empty, notes: []byte("{}"),
		print: func() ([]byte, error) { return nil, errors.New("the report hasn't been built yet") },
	}
}

// problem is what is wrong with an input, for the page.
type problem struct {
	Place   string `json:"place,omitempty"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

// maxProblems is how many problems a page lists: a ledger may have thousands.
const maxProblems = 50

// problemsOf are the problems of an error.
func problemsOf(err error) []problem {
	input, ok := errors.AsType[*source.InputError](err)
	if !ok {
		return []problem{{Message: err.Error()}}
	}
	var list []problem
	for i, p := range input.Problems {
		if i == maxProblems {
			list = append(list, problem{Message: fmt.Sprintf("and %d more", len(input.Problems)-i)})
			break
		}
		list = append(list, problem{positionText(p.Position), p.Message, p.Hint})
	}
	return list
}

func positionText(p source.Position) string {
	if p.IsZero() {
		return ""
	}
	return p.String()
}
