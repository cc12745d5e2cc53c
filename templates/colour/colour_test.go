package colour

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	"apr/internal/contrast"
	"apr/templates"
)

func TestParse(t *testing.T) {
	for value, want := range map[string]string{
		"#fff": "#ffffff ff", "#002D54": "#002d54 ff", "#0008": "#000000 88", "#00000080": "#000000 80",
		"grey": "#808080 ff", "RebeccaPurple": "", "rgb(0, 45, 84)": "#002d54 ff", "rgb(0 45 84 / 50%)": "#002d54 80",
		"rgba(0,0,0,.5)": "#000000 80", "rgb(100% 0% 0%)": "#ff0000 ff", "hsl(0, 100%, 50%)": "#ff0000 ff", "hsl(120deg 100% 25%)": "#008000 ff",
		"hsl(210 50% 40% / 1)": "#336699 ff", "hsl(-150 50% 40%)": "#336699 ff", "rgb(300 0 0)": "#ff0000 ff",
		"oklch(60% .1 200)": "", "#12": "", "#xyzxyz": "", "rgb(1,2)": "", "rgb(a,b,c)": "", "url(x)": "", "": "", "rgb(1 2 3": "",
	} {
		c, ok := ofCSS(value)
		got := ""
		if ok {
			got = fmt.Sprintf("%s %02x", contrast.Hex(color.RGBA{R: c.R, G: c.G, B: c.B, A: 255}), c.A)
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", value, got, want)
		}
	}
}

// The style that apr ships has none.
func TestOwnStyleHasNoFaults(t *testing.T) {
	style, err := templates.Own(templates.Style)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Faults(string(style)) {
		t.Error(f)
	}
	if n := len(read(string(style))); n < 100 {
		t.Errorf("%d rules were read", n)
	}
}

func TestFaults(t *testing.T) {
	for _, c := range []struct{ name, style, want string }{
		{"nothing", "", ""},
		{"text and ground in one rule", "p { color: #777; background: #fff }", "p: #777777 on #ffffff, 4.48 of 4.5"},
		{"text on the page", "body { background: #eee } .statutory { color: #767676 }", ".statutory: #767676 on #eeeeee, 3.91 of 4.5"},
		{"page in dark colours", "body { background: #111; color: #ddd } p { color: #333 }", "p: #333333 on #111111, 1.49 of 4.5"},
		{"nearest ground", ".cover { background: #002d54; color: #fff } .cover a { color: #004f96 }", ".cover a: #004f96 on #002d54, 1.70 of 4.5"},
		{"nearest text", "body { color: #1a1a1a } .callout { background: #333 }", ".callout: #1a1a1a on #333333, 1.38 of 4.5"},
		{"a state", "a { background: #fff } a:hover { color: #aaa }", "a:hover: #aaaaaa on #ffffff, 2.32 of 4.5"},
		{"custom properties", ":root { --quiet: #999; --paper: #fff } body { background: var(--paper) } .source { color: var(--quiet) }", ".source: #999999 on #ffffff, 2.85 of 4.5"},
		{"a property within another", ":root { --a: var(--b); --b: #bbb } p { color: var(--a) }", "p: #bbbbbb on #ffffff, 1.92 of 4.5"},
		{"a fallback", "p { color: var(--none, #bbb) }", "p: #bbbbbb on #ffffff, 1.92 of 4.5"},
		{"properties that go round", ":root { --a: var(--b); --b: var(--a) } p { color: var(--a) }", "p: can't measure var(--b)"},
		{"half transparent", "p { color: rgb(0 0 0 / 40%) }", "p: #999999 on #ffffff, 2.85 of 4.5"},
		{"dark alone", ":root { --text: #1a1a1a; --paper: #fff } body { color: var(--text); background: var(--paper) } @media (prefers-color-scheme: dark) { :root { --paper: #222 } }",
			"dark body: #1a1a1a on #222222, 1.09 of 4.5"},
		{"a heading is large", "h1 { color: #777 } h2, h3 { color: #777 }", "h3: #777777 on #ffffff, 4.48 of 4.5"},
		{"headings together", "h1, h2, h3 { color: #999 }", "h3: #999999 on #ffffff, 2.85 of 4.5"},
		{"a large text", ".kf-value { font-size: 2.25rem; color: #888 } .kf-small { font-size: 1rem; color: #888 }", ".kf-small: #888888 on #ffffff, 3.54 of 4.5"},
		{"the last rule counts", "body { background: #000 } body { background: #fff; color: #000 } p { color: #222 }", "body: #000000 on #000000, 1.00 of 4.5"},
		{"what can't be measured", "p { color: oklch(60% .1 200) }", "p: can't measure oklch(60% .1 200)"},
		{"text on a picture", `.cover { background: url("data:image/png;base64,AA=="); color: #fff }`, `.cover: can't measure url("data:image/png;base64,AA==")`},
		{"text on a gradient", ".cover { color: #fff; background: linear-gradient(#000, #fff), #000 }", ".cover: can't measure linear-gradient(#000,#fff)"},
		{"a picture without text", ".scroll { background: linear-gradient(#000, #fff) }", ""},
		{"print and readers' own colours", "@media print { p { color: #eee } } @media (forced-colors: active) { p { color: #eee } }", ""},
		{"for screens", "@media screen and (max-width: 30rem) { p { color: #eee } }", "p: #eeeeee on #ffffff, 1.16 of 4.5"},
		{"marks", "li::marker, p::before { color: #eee }", ""},
		{"what is inherited", "a { color: inherit; background: none } p { color: currentColor } b { color: CanvasText; background: Canvas }", ""},
		{"important", "p { color: #eee !important }", "p: #eeeeee on #ffffff, 1.16 of 4.5"},
		{"a comment", "/* p { color: #eee } */ p { /* color: #eee; */ color: #000 }", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range Faults(c.style) {
				said := fmt.Sprintf("%s: %s on %s, %.2f of %v", f.Selector, contrast.Hex(f.Text), contrast.Hex(f.Ground), f.Ratio, f.Least)
				if f.Unread != "" {
					said = f.Selector + ": can't measure " + f.Unread
				}
				if f.Dark {
					said = "dark " + said
				}
				if at := c.style[f.Offset:]; !strings.HasPrefix(at, "color") && !strings.HasPrefix(at, "background") {
					t.Errorf("offset %d is at %q", f.Offset, at)
				}
				got = append(got, said)
			}
			if joined := strings.Join(got, "\n"); joined != c.want {
				t.Errorf("got\n%s\nwant\n%s", joined, c.want)
			}
		})
	}
}

func FuzzFaults(f *testing.F) {
	f.Add("p { color: #777; background: var(--a, #fff) } @media (prefers-color-scheme: dark) { :root { --a: #000 } }")
	f.Add("}} @media { a{b:c(} /*")
	f.Fuzz(func(t *testing.T, style string) {
		for _, fault := range Faults(style) {
			if fault.Offset < 0 || fault.Offset > len(style) {
				t.Errorf("offset %d of %d", fault.Offset, len(style))
			}
		}
	})
}
