package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"apr/indicators"
	"apr/internal/period"
)

// A completion says what may be in a place of the command line.
type completion = cobra.CompletionFunc

// completes reports whether it is a shell that asks, for what may be typed next.
func completes(args []string) bool {
	return slices.ContainsFunc(args, func(a string) bool {
		return a == cobra.ShellCompRequestCmd || a == cobra.ShellCompNoDescRequestCmd
	})
}

// completeEverything gives every argument and every flag that has no completion
// of its own one by its name, so that no shell offers files where none belong.
func completeEverything(cmd *cobra.Command, e env) {
	if cmd.ValidArgsFunction == nil && len(cmd.ValidArgs) == 0 {
		cmd.ValidArgsFunction = argumentCompletion(cmd.Use)
	}
	byName := map[string]completion{
		"authority": completeAuthorities,
		"year":      completeYears(e),
	}
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		_, registered := cmd.GetFlagCompletionFunc(f.Name)
		if registered || f.Annotations[cobra.BashCompFilenameExt] != nil || f.Annotations[cobra.BashCompSubdirsInDir] != nil {
			return
		}
		complete := byName[f.Name]
		if complete == nil {
			complete = cobra.NoFileCompletions
		}
		_ = cmd.RegisterFlagCompletionFunc(f.Name, complete)
	})
	for _, c := range cmd.Commands() {
		completeEverything(c, e)
	}
}

// explainCompletion adds cobra's command that prints the scripts, with how they
// are loaded.
func explainCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	completion, _, err := root.Find([]string{"completion"})
	if err != nil {
		return // the commands have none
	}
	completion.Short = "Print what makes a shell complete apr's commands, flags, names and ids"
	completion.Long = completion.Short + `.
The help of each shell, such as apr completion bash --help, says where to put it.`
	completion.Example = `  $ apr completion bash > /etc/bash_completion.d/apr
  $ apr completion zsh > ~/.zfunc/_apr`
	completion.Args = cobra.ArbitraryArgs
	var shells []string
	for _, c := range completion.Commands() {
		shells = append(shells, c.Name())
		c.Short = "Print the completion script of " + c.Name()
		c.Example = "  $ apr completion " + c.Name()
	}
	completion.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return usagef("there is no completion for %q; expected one of: %s", args[0], strings.Join(shells, ", "))
		}
		return cmd.Help()
	}
}

// argumentCompletion uses what the usage line calls the arguments: the
// project folder is the only one of most commands.
func argumentCompletion(use string) completion {
	_, arguments, _ := strings.Cut(use, " ")
	switch {
	case strings.Contains(arguments, "DIR"):
		return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 && !strings.Contains(arguments, "...") {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveFilterDirs
		}
	case arguments == "OLD NEW":
		return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 1 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return []string{"xlsx", "csv"}, cobra.ShellCompDirectiveFilterFileExt
		}
	}
	return cobra.NoFileCompletions
}

// completeAuthorities completes the names of authorities; shells show their
// boards next to them.
func completeAuthorities(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	var names []string
	for _, a := range indicators.Authorities() {
		names = append(names, cobra.CompletionWithDesc(a.Area, a.Name))
	}
	return beginning(names, typed), cobra.ShellCompDirectiveNoFileComp
}

// completeYears completes the reporting years that have begun, newest first.
func completeYears(e env) completion {
	return func(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		day, _, err := today(cmd, e)
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		var years []string
		for y := period.First; !y.Starts().After(day); y++ {
			years = append(years, y.String())
		}
		slices.Reverse(years)
		return beginning(years, typed), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
}

// beginning are the completions that begin as typed, in whatever case.
func beginning(completions []string, typed string) []string {
	var fit []string
	for _, c := range completions {
		if len(c) >= len(typed) && strings.EqualFold(c[:len(typed)], typed) {
			fit = append(fit, c)
		}
	}
	return fit
}
