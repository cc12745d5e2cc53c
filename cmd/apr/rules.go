package main

import (
	"strings"

	"github.com/spf13/cobra"

	"apr/indicators"
	indicatorformat "apr/indicators/format"
	"apr/internal/source"
	"apr/regs"
	"apr/regs/format"
)

func newRules(e env) *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List the rules with level, title and citation",
		Long: `rules lists everything that apr check looks at: the rule's id, who asks for it (the
law, the guidance or apr), the title and the source.`,
		Example: "  $ apr rules\n  $ apr rules --format json\n  $ apr rules --format markdown > RULES.md",
		Args:    noArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := oneOf("format", output, "text", "json", "markdown"); err != nil {
				return err
			}
			switch output {
			case "json":
				return format.RulesJSON(e.stdout)
			case "markdown":
				return format.RulesMarkdown(e.stdout)
			}
			return format.RulesText(e.stdout)
		},
	}
	formatFlag(cmd, &output, "text", "json", "markdown")
	return cmd
}

func newExplain(e env) *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use:   "explain ID",
		Short: "Explain a rule or a requirement with the quoted provision, or an indicator",
		Long: `explain prints a rule: who asks for it, the provision it quotes, why it matters,
part of a project that fails it and of one that passes, and how to silence it
where the law allows. Of a requirement it prints the provision and its rules, of an
indicator what it measures and what its values can be compared with.`,
		Example: "  $ apr explain R4-1b-proportion\n  $ apr explain '4(1)(b)' --format json\n  $ apr explain NI12",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("expected the id of one rule or requirement; 'apr rules' lists them")
			}
			return nil
		},
		ValidArgsFunction: completeIDs,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := oneOf("format", output, "text", "json"); err != nil {
				return err
			}
			return explain(e, args[0], output == "json")
		},
	}
	formatFlag(cmd, &output, "text", "json")
	return cmd
}

// completeIDs offers the ids of rules, requirements and indicators with their
// titles.
func completeIDs(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var all []string
	for _, r := range regs.Rules() {
		all = append(all, r.ID+"\t"+r.Title)
	}
	for _, q := range regs.Requirements() {
		all = append(all, q.ID+"\t"+q.Title)
	}
	for _, i := range indicators.Catalogue() {
		all = append(all, string(i.ID)+"\t"+i.ShortTitle)
	}
	return all, cobra.ShellCompDirectiveNoFileComp
}

// explain prints one rule, or one requirement with its rules.
func explain(e env, id string, asJSON bool) error {
	var ids []string
	for _, q := range regs.Requirements() {
		if strings.EqualFold(q.ID, id) {
			if asJSON {
				return format.RequirementJSON(e.stdout, q)
			}
			return format.ExplainRequirement(e.stdout, q)
		}
		ids = append(ids, q.ID)
	}
	for _, r := range regs.Rules() {
		if strings.EqualFold(r.ID, id) {
			if asJSON {
				return format.RuleJSON(e.stdout, r)
			}
			return format.ExplainRule(e.stdout, r)
		}
		ids = append(ids, r.ID)
	}
	if i, ok := indicators.ByID(indicators.ID(strings.ToUpper(id))); ok {
		if asJSON {
			return indicatorformat.ExplainJSON(e.stdout, i)
		}
		return indicatorformat.ExplainText(e.stdout, i)
	}
	hint := "'apr rules' lists them"
	if n := source.Nearest(id, ids); n != "" {
		hint = "did you mean " + n + "?"
	}
	return usagef("no rule or requirement is called %q; %s", id, hint)
}

func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef("%s takes no arguments, found %q", cmd.CommandPath(), args)
	}
	return nil
}
