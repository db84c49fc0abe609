package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/arabic-extract/extract/internal/document"
	"github.com/arabic-extract/extract/internal/normalize"
	"github.com/spf13/cobra"
	"golang.org/x/text/transform"
)

// normalizeOptions is the flags of normalize: the steps to take, or to leave out of all.
type normalizeOptions struct {
	paths   []string
	steps   string
	without string
}

func newNormalize(s *streams) *cobra.Command {
	o := &normalizeOptions{}
	cmd := &cobra.Command{
		Use: "normalize [PATH...]", Short: "Write text with its spelling made equal, as a filter",
		Long: `normalize writes UTF-8 text with the spellings that Arabic writers exchange made equal, the way extract itself reads it.
The steps: forms (ligatures and presentation forms, as NFKC), diacritics, tatweel, invisible (zero-width and bidi marks), hamza (أإآ to ا,
ؤ to و, ئ to ي), yeh (ى and ی to ي), kaf (ک to ك), teh (ة to ه), digits (٠-٩ and ۰-۹ to 0-9, ٫ ٬ ٪ to . , %). All are on unless --steps
or --without says otherwise. It streams, so that a text of any size passes.`,
		Example: "  echo 'مُحَمَّــد ٢٠٢٠' | extract normalize\n  extract normalize --steps diacritics,tatweel quran.txt",
		RunE: func(_ *cobra.Command, args []string) error {
			o.paths = args
			return runNormalize(o, s)
		},
	}
	cmd.Flags().StringVar(&o.steps, "steps", "", "only these steps, with commas")
	cmd.Flags().StringVar(&o.without, "without", "", "all steps but these, with commas")
	return cmd
}

func (o *normalizeOptions) resolve() (normalize.Step, error) {
	steps := normalize.AllSteps
	var err error
	if o.steps != "" {
		if steps, err = normalize.ParseSteps(o.steps); err != nil {
			return 0, err
		}
	}
	if o.without == "" {
		return steps, nil
	}
	without, err := normalize.ParseSteps(o.without)
	return steps &^ without, err
}

func runNormalize(o *normalizeOptions, s *streams) error {
	steps, err := o.resolve()
	if err != nil {
		return usageError{err}
	}
	if len(o.paths) == 0 {
		if isTerminal(s.in) {
			return usageError{fmt.Errorf("no PATH, and nothing is piped in")}
		}
		o.paths = []string{"-"}
	}
	failed := false
	for _, path := range o.paths {
		err := normalizePath(path, steps, s)
		var notThere *fs.PathError
		if errors.As(err, &notThere) && notThere.Op == "open" {
			s.complain(&document.Error{Path: path, Why: notThere.Err.Error()})
			failed = true
		} else if err != nil {
			return err
		}
	}
	if failed {
		return errInput
	}
	return nil
}

func normalizePath(path string, steps normalize.Step, s *streams) error {
	in := s.in
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	_, err := io.Copy(s.out, transform.NewReader(in, normalize.NewTransformer(steps)))
	return err
}
