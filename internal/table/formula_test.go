package table

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func TestTextsAsFormulas(t *testing.T) {
	long := strings.Repeat("x,", formulaRoom/2-1)
	for text, want := range map[string]string{
		`="0200",Care homes,200` + "\n":        `"0200",Care homes,200` + "\n",
		`x,="0200"`:                            `x,"0200"`,
		"x\t=\"0200\"\t=\"0300\"\r\n":          "x\t\"0200\"\t\"0300\"\r\n",
		"\ufeff=\"Code\";=\"\";2\n":            "\ufeff\"Code\";\"\";2\n",
		"x\r=\"0200\"\ry":                      "x\r\"0200\"\ry",
		`="Care homes, adults",1`:              `"Care homes, adults",1`,
		long + `="0200",1`:                     long + `"0200",1`,
		long + `,="0200",1`:                    long + `,="0200",1`[:1] + `"0200",1`,
		`"=""0200""",1`:                        `"=""0200""",1`, // in quotation marks already
		`"a,=",1` + "\n":                       `"a,=",1` + "\n",
		`"a,=""b"",c",1`:                       `"a,=""b"",c",1`,
		`a="b",1`:                              `a="b",1`,
		`="0200"x,1`:                           `="0200"x,1`,
		`="0200`:                               `="0200`,
		"=\"02\n00\",1":                        "=\"02\n00\",1",
		`=`:                                    `=`,
		`=1+2,=`:                               `=1+2,=`,
		`="` + strings.Repeat("0", 3000) + `"`: `="` + strings.Repeat("0", 3000) + `"`,
	} {
		for name, raw := range map[string]io.Reader{"at once": strings.NewReader(text), "by bytes": iotest.OneByteReader(strings.NewReader(text)),
			"with the end": iotest.DataErrReader(strings.NewReader(text))} {
			got, err := io.ReadAll(&formulaReader{raw: raw})
			if err != nil || string(got) != want {
				t.Errorf("%.40q %s: got %.60q, %v, want %.60q", text, name, got, err, want)
			}
		}
	}
	if err := iotest.TestReader(&formulaReader{raw: strings.NewReader(long + `,="0200",1`)}, []byte(long+`,"0200",1`)); err != nil {
		t.Error(err)
	}
}
