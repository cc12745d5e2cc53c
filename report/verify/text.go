package verify

import (
	"bufio"
	"fmt"
	"io"

	"apr/internal/jsonprint"
	"apr/internal/wording"
	"apr/regs/format"
)

// JSON prints the verification for programs.
func (v *Verification) JSON(w io.Writer) error { return jsonprint.Write(w, v) }

// Text prints the verification for people: place, kind, message.
func (v *Verification) Text(out io.Writer) error {
	b := bufio.NewWriter(out)
	for _, f := range v.Findings {
		fmt.Fprintf(b, "%s: %s: ", f.Position, f.Kind)
		if f.Figure != "" {
			fmt.Fprintf(b, "%s: ", f.Figure)
		}
		fmt.Fprintln(b, f.Message)
		if f.Source != nil {
			fmt.Fprintf(b, "    in the inputs: %s\n", f.Source)
		}
	}
	if len(v.Findings) > 0 {
		fmt.Fprintln(b)
	}
	what := wording.Count(v.Figures, "figure")
	if v.Facts > 0 {
		what += " and " + wording.Count(v.Facts, "machine-readable fact")
	}
	fmt.Fprintf(b, "%s: %s worked out again from %s, %s compared by SHA-256: %s\n", v.Page, what, v.Project,
		wording.Count(v.Inputs, "input"), v.outcome())
	if v.reading != nil {
		fmt.Fprintln(b, format.ClaimsLine(v.reading))
	}
	return b.Flush()
}

func (v *Verification) outcome() string {
	if len(v.Findings) == 0 {
		return "all agree"
	}
	return wording.Count(len(v.Findings), "difference")
}
