package report

import (
	"io/fs"

	"apr/finance"
)

// ReadProject reads apr.yaml alone, for work that needs no other input: the
// project, what it says of money, and the folder's files. What is wrong with
// apr.yaml comes back as a *source.InputError.
func ReadProject(opts Options) (*Project, finance.Spec, fs.FS, error) {
	l := &loader{inputs: opts.folder(), report: &Report{Dir: opts.Dir, Project: &Project{}, Today: opts.Today}}
	if err := l.project(); err != nil {
		return nil, finance.Spec{}, nil, err
	}
	spec, _ := financeSpec(l.report.Project, &l.fatal)
	if err := l.fatal.Err(); err != nil {
		return nil, finance.Spec{}, nil, err
	}
	return l.report.Project, spec, l.inputs, nil
}

// CheckProject says what is wrong with the text of an apr.yaml before it is
// written; nil if it can be read.
func CheckProject(data []byte) error {
	l := &loader{report: &Report{Project: &Project{}}}
	l.decodeProject(data)
	financeSpec(l.report.Project, &l.fatal)
	return l.fatal.Err()
}
