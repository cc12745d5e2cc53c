package main

import (
	"github.com/spf13/cobra"
)

func newWords(e env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "words",
		Short: "Send texts to the people who write them as Word files, and take them back",
		Long: `words brings the texts of the narrative to the people who write them, and back.

apr words out writes a Word file in which each text stands below the provision that
it answers. Figures of the data show their values, and can't be typed over.
apr words in shows, text by text, what has changed in a file that came back, merged
with what has changed in the project since; --write puts it into the narrative.`,
		Example: `  $ apr words out reports/2025 -o for-jo --text regulation-6.localities[0].assessment
  $ apr words in for-jo --project reports/2025 --write`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newWordsOut(e, runWordsOut), newWordsIn(e, runWordsIn))
	return cmd
}
