package measures

import (
	"bytes"
	"errors"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"apr/internal/source"
)

// TRUE isn't the value 1.
func TestTrueIsNoValue(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for cell, row := range map[string][]any{"A1": {"measure", "title", "period", "value"}, "A2": {"LM01", "Seen in time", "2025/26", true}} {
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	_, err := Read(fstest.MapFS{"m.xlsx": {Data: b.Bytes()}}, "m.xlsx")
	input, ok := errors.AsType[*source.InputError](err)
	if !ok || len(input.Problems) != 1 || input.Problems[0].Message != `the value "TRUE" isn't a number` || input.Problems[0].Position.Cell != "D2" {
		t.Errorf("got %v", err)
	}
}
