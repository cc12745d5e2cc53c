package project

import (
	"io/fs"

	"apr/finance"
)

// ReadConfig reads apr.yaml alone, for work that needs no other input: the
// project, what it says of money, and the folder's files. What is wrong with
// apr.yaml comes back as a *source.InputError.
func ReadConfig(opts Options) (*Config, finance.Spec, fs.FS, error) {
	l := &loader{folder: opts.folder(), project: &Project{Dir: opts.Dir, Config: &Config{}, Today: opts.Today}}
	if err := l.readConfig(); err != nil {
		return nil, finance.Spec{}, nil, err
	}
	var mappings fs.FS = l.folder
	if opts.WithoutMappings {
		mappings = nil
	}
	spec, _ := financeSpec(l.project.Config, mappings, &l.fatal)
	if err := l.fatal.Err(); err != nil {
		return nil, finance.Spec{}, nil, err
	}
	return l.project.Config, spec, l.folder, nil
}

// CheckConfig says what is wrong with the text of an apr.yaml before it is
// written; nil if it can be read.
func CheckConfig(data []byte) error {
	l := &loader{project: &Project{Config: &Config{}}}
	l.decodeConfig(data)
	financeSpec(l.project.Config, nil, &l.fatal)
	return l.fatal.Err()
}
