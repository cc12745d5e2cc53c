package report

import "context"

// LoadNarrative reads apr.yaml and the narrative of a project and none of its
// data: enough to compare another year's words with this year's. What makes
// them unreadable is returned as one *source.InputError.
func LoadNarrative(ctx context.Context, opts Options) (*Project, *Narrative, error) {
	l := &loader{
		inputs: opts.folder(),
		report: &Report{Dir: opts.Dir, Project: &Project{}, Narrative: &Narrative{}, Today: opts.Today},
	}
	if err := l.project(); err != nil {
		return nil, nil, err
	}
	texts := &stage{run: l.narrative}
	if err := texts.do(ctx); err != nil {
		return nil, nil, err
	}
	l.fatal.Merge(&texts.fatal)
	if err := l.fatal.Err(); err != nil {
		return nil, nil, err
	}
	return l.report.Project, l.report.Narrative, nil
}
