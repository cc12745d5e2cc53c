package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"apr/finance"
	"apr/finance/mapping"
	"apr/internal/folder"
	"apr/internal/project"
	"apr/internal/wording"
	proposed "apr/report/mapping"
)

// mappingFile is where the workbook of cost centres goes.
const mappingFile = "data/mapping.xlsx"

// writeMapping writes the workbook to fill in, and says how apr.yaml names it or
// names it there.
func writeMapping(e env, opts suggestOptions, config *project.Config, spec finance.Spec, in fs.FS, proposals []proposed.Proposal) error {
	output, inside, err := mappingOutput(opts, config != nil)
	if err != nil {
		return err
	}
	earlier, named, err := earlierRows(config, spec, in, inside)
	if err != nil {
		return err
	}
	for _, p := range proposals { // of ledgers that apr.yaml doesn't name yet
		for _, l := range p.Ledgers {
			spec.Ledgers = append(spec.Ledgers, l.LedgerSpec)
		}
	}
	filling := proposed.Fill(proposals, earlier, project.KnownTo(&spec))
	filling.File = inside
	if config != nil {
		filling.Authority, filling.Year = config.Authority.Name, config.Year.String()
	}
	if len(filling.Rows) == 0 {
		fmt.Fprintln(e.stderr, "nothing is written: the rules of apr.yaml classify every cost centre")
		return nil
	}
	data, err := filling.Workbook()
	if err != nil {
		return err
	}
	if err := writeNew(output, data); err != nil {
		return err
	}
	fmt.Fprintf(e.stderr, "%s: %s to fill in, %d of them with a proposed matter", output, wording.Count(len(filling.Rows), "cost centre"), filling.Proposed)
	if filling.Kept > 0 {
		fmt.Fprintf(e.stderr, ", %d as they were filled in", filling.Kept)
	}
	fmt.Fprintln(e.stderr)
	for _, more := range filling.More {
		fmt.Fprintf(e.stderr, "not among them, to be classified by rules: %s\n", more)
	}
	var add proposed.Addition
	for _, p := range proposals {
		add.Ledgers = append(add.Ledgers, p.Ledgers...)
	}
	if !slices.Contains(named, inside) {
		add.Rules = append(add.Rules, proposed.Rule{Mapping: inside, Remark: "Cost centres, as they were filled in."})
	}
	return nameMapping(e, opts, add)
}

// nameMapping adds to apr.yaml what names the mapping, or prints it to paste.
func nameMapping(e env, opts suggestOptions, add proposed.Addition) error {
	if len(add.Ledgers)+len(add.Rules) == 0 {
		return nil
	}
	if !opts.Write {
		text, err := add.YAML()
		if err == nil {
			_, err = e.stdout.Write(text)
		}
		return err
	}
	config := filepath.Join(opts.Project, project.ConfigFile)
	if err := add.AddTo(config); err != nil {
		return err
	}
	fmt.Fprintf(e.stderr, "%s: names it under finance.rules; fill it in, then run apr check\n", config)
	return nil
}

// mappingOutput is where the workbook goes, as the shell and as apr.yaml see it.
func mappingOutput(opts suggestOptions, inProject bool) (output, inside string, err error) {
	switch {
	case opts.Output == "" && inProject:
		return filepath.Join(opts.Project, filepath.FromSlash(mappingFile)), mappingFile, nil
	case opts.Output == "":
		return path.Base(mappingFile), path.Base(mappingFile), nil
	}
	output = opts.Output
	dir, err1 := filepath.Abs(opts.Project)
	file, err2 := filepath.Abs(output)
	if err := errors.Join(err1, err2); err != nil {
		return "", "", err
	}
	rel, err := filepath.Rel(dir, file)
	if err != nil || !filepath.IsLocal(rel) {
		if opts.Write {
			return "", "", usagef("%s isn't in the project folder %s: --write names it in apr.yaml", output, opts.Project)
		}
		return output, filepath.Base(output), nil
	}
	return output, filepath.ToSlash(rel), nil
}

// earlierRows are the rows of the mappings that the project names, and their files.
// The one that is about to be written needn't be there.
func earlierRows(config *project.Config, spec finance.Spec, in fs.FS, inside string) (rows []mapping.Row, named []string, err error) {
	if config == nil {
		return nil, nil, nil
	}
	for _, r := range config.Finance.Rules {
		if r.Mapping == "" {
			continue
		}
		file, err := folder.LocalPath(r.Mapping)
		if err != nil {
			return nil, nil, err
		}
		named = append(named, file)
		if _, err := fs.Stat(in, file); file == inside && errors.Is(err, fs.ErrNotExist) {
			continue
		}
		t, err := mapping.Read(in, file, r.Position, project.KnownTo(&spec))
		if err != nil {
			return nil, nil, err
		}
		rows = append(rows, t.Rows...)
	}
	return rows, named, nil
}

// writeNew writes a file that isn't there yet.
func writeNew(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return usagef("%s is there already, and may be filled in: name another file with --output", name)
	}
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil {
		os.Remove(name)
	}
	return err
}
