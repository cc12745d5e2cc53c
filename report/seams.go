package report

import (
	"context"
	"errors"
	"io/fs"

	"apr/finance"
	"apr/indicators"
	"apr/internal/source"
)

func readWorkbook(_ context.Context, fsys fs.FS, file string, a Authority) (*indicators.Workbook, error) {
	return indicators.Read(fsys, file, append([]string{a.Area}, a.Family...)...)
}

func tabulate(*indicators.Workbook, indicators.TableOptions) (*indicators.Table, []*source.Problem) {
	return nil, nil
}

func compute(context.Context, fs.FS, finance.Spec) (*finance.Account, error) {
	return nil, errors.New("not yet")
}
