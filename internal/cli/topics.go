package cli

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/arabic-extract/extract/internal/topics"
	"github.com/spf13/cobra"
)

func newTopics(s *streams) *cobra.Command {
	return group("topics", "Look into the topics that extract knows, and check tables of your own", newTopicsList(s), newTopicsShow(s), newTopicsCheck(s))
}

// loadTopics reads the user's tables of topics.
func loadTopics(paths []string, s *streams) ([]*topics.Table, error) {
	var tables []*topics.Table
	for _, path := range paths {
		t, err := topics.LoadUser(path, s.complain)
		if err != nil {
			return nil, err
		}
		tables = append(tables, t)
	}
	return tables, nil
}

func newTopicsList(s *streams) *cobra.Command {
	var tree bool
	cmd := &cobra.Command{
		Use: "list", Short: "List the IPTC Media Topics, one JSON object a line, each before those below it",
		Example: "  extract topics list --tree | less\n  extract topics list | jq -r 'select(.level == 1) | [.id, .label_ar] | @tsv'",
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return runTopicsList(tree, s) },
	}
	cmd.Flags().BoolVar(&tree, "tree", false, "indented lines with both labels")
	return cmd
}

func runTopicsList(tree bool, s *streams) error {
	out := json.NewEncoder(s.out)
	out.SetEscapeHTML(false)
	for c := range topics.List() {
		var err error
		if tree {
			_, err = fmt.Fprintf(s.out, "%s%s  %s  %s\n", strings.Repeat("  ", c.Level-1), c.ID, c.LabelAr, c.LabelEn)
		} else {
			err = out.Encode(c)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func newTopicsShow(s *streams) *cobra.Command {
	return &cobra.Command{
		Use: "show CODE...", Short: "Show topics with their definition and the words that speak for them",
		Example: "  extract topics show 20000639\n  extract topics show medtop:15000000 | jq -r '.words[:20][].text'",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(_ *cobra.Command, args []string) error { return runTopicsShow(args, s) },
	}
}

func runTopicsShow(codes []string, s *streams) error {
	out := json.NewEncoder(s.out)
	out.SetEscapeHTML(false)
	failed := false
	for _, code := range codes {
		c, ok := topics.Show(code)
		if !ok {
			s.complain(fmt.Errorf("%s: no such topic; see extract topics list", code))
			failed = true
			continue
		}
		if err := out.Encode(c); err != nil {
			return err
		}
	}
	if failed {
		return errInput
	}
	return nil
}

func newTopicsCheck(s *streams) *cobra.Command {
	return &cobra.Command{
		Use: "check FILE...", Short: "Check tables of topics, line by line",
		Long: `check reads tables as --topics does and tells every bad line.

A table is TSV with the columns ` + strings.Join(topics.UserColumns, ", ") + `, in this order or as its first line names them. code is your own,
or an IPTC code whose evidence the line corrects; terms are words and phrases with | between them (+word: with and without its article);
broader is a code of the file or of IPTC. label, weight (2) and broader may be left out. Lines that start with # are comments.`,
		Example: "  extract topics check desk.tsv",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(_ *cobra.Command, args []string) error { return runTopicsCheck(args, s) },
	}
}

func runTopicsCheck(paths []string, s *streams) error {
	failed := false
	for _, path := range paths {
		if _, err := topics.LoadUser(path, s.complain); err != nil {
			s.complain(err)
			failed = true
			continue
		}
		fmt.Fprintf(s.out, "%s: no bad lines\n", path)
	}
	if failed {
		return errInput
	}
	return nil
}
