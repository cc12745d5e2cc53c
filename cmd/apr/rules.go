package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"apr/internal/source"
	"apr/regs"
)

func newRules(e env) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:     "rules",
		Short:   "List the rules with level, requirement and title",
		Example: "  $ apr rules\n  $ apr rules --format json",
		Args:    noArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			if format == "json" {
				return writeJSON(e.stdout, rulesJSON())
			}
			w := tabwriter.NewWriter(e.stdout, 0, 0, 2, ' ', 0)
			for _, r := range regs.Rules() {
				fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", r.ID, r.Level, r.Requirement, r.Title)
			}
			return w.Flush()
		},
	}
	formatFlag(cmd, &format, "text", "json")
	return cmd
}

type ruleJSON struct {
	ID          string     `json:"id"`
	Requirement string     `json:"requirement"`
	Level       regs.Level `json:"level"`
	Title       string     `json:"title"`
	Citation    string     `json:"citation"`
}

func rulesJSON() []ruleJSON {
	out := []ruleJSON{}
	for _, r := range regs.Rules() {
		out = append(out, ruleJSON{r.ID, r.Requirement, r.Level, r.Title, r.Citation})
	}
	return out
}

func newExplain(e env) *cobra.Command {
	return &cobra.Command{
		Use:     "explain ID",
		Short:   "Explain a rule or a requirement, with the quoted provision",
		Example: "  $ apr explain R4-1b-proportion\n  $ apr explain '4(1)(b)'",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("expected the id of one rule or requirement; 'apr rules' lists them")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return explain(e, args[0])
		},
	}
}

// explain prints one rule, or one requirement with its rules.
func explain(e env, id string) error {
	var ids []string
	for _, q := range regs.Requirements() {
		ids = append(ids, q.ID)
		if strings.EqualFold(q.ID, id) {
			printRequirement(e, q)
			fmt.Fprintln(e.stdout, "\nRules:")
			for _, r := range regs.Rules() {
				if r.Requirement == q.ID {
					fmt.Fprintf(e.stdout, "  %s (%s): %s\n", r.ID, r.Level, r.Title)
				}
			}
			return nil
		}
	}
	for _, r := range regs.Rules() {
		ids = append(ids, r.ID)
		if !strings.EqualFold(r.ID, id) {
			continue
		}
		fmt.Fprintf(e.stdout, "%s: %s\nLevel: %s\nSource: %s\n\n%s\n", r.ID, r.Title, r.Level, r.Citation, r.Why)
		for _, q := range regs.Requirements() {
			if q.ID == r.Requirement {
				fmt.Fprintln(e.stdout)
				printRequirement(e, q)
			}
		}
		return nil
	}
	hint := "'apr rules' lists them"
	if n := source.Nearest(id, ids); n != "" {
		hint = "did you mean " + n + "?"
	}
	return usagef("no rule or requirement is called %q; %s", id, hint)
}

func printRequirement(e env, q regs.Requirement) {
	fmt.Fprintf(e.stdout, "%s\n%s\n\n    %s\n", q.Title, q.Citation, q.Quote)
}

func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef("%s takes no arguments, found %q", cmd.CommandPath(), args)
	}
	return nil
}
