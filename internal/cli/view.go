package cli

import (
	"fmt"
	"os"

	"github.com/arabic-extract/extract/internal/document"
	"github.com/arabic-extract/extract/internal/normalize"
	"github.com/arabic-extract/extract/internal/pipeline"
	"github.com/arabic-extract/extract/internal/record"
	"github.com/arabic-extract/extract/internal/topics"
	"github.com/arabic-extract/extract/internal/view"
	"github.com/spf13/cobra"
)

// viewOptions is the flags of view.
type viewOptions struct {
	extractOptions
	as string
}

func newView(s *streams) *cobra.Command {
	o := &viewOptions{extractOptions: extractOptions{format: "jsonl", jobs: 1, maxTopics: topics.DefaultMax}}
	cmd := &cobra.Command{
		Use: "view [PATH...]", Short: "Show texts with what was found in them, as a page or in the terminal",
		Long: `view reads documents as extract does and shows each text with its names and dates marked and linked, the topics below. On a
terminal it writes colours, else one HTML page that needs no other file.`,
		Example: "  extract view article.txt\n  extract view seeds/ > page.html",
		RunE: func(_ *cobra.Command, args []string) error {
			o.paths = args
			return runView(o, s)
		},
	}
	cmd.Flags().StringVar(&o.as, "as", "auto", "html, terminal, or auto: by where the output goes")
	o.inputFlags(cmd)
	o.offsets = "byte"
	return cmd
}

func runView(o *viewOptions, s *streams) error {
	terminal, err := o.terminal(s)
	if err != nil {
		return err
	}
	opts, err := o.resolve(s)
	if err != nil {
		return err
	}
	if err := o.defaultPaths(s); err != nil {
		return err
	}
	pages, failed := o.pages(opts, s)
	if terminal {
		for i := range pages {
			if err := view.WriteTerminal(s.out, &pages[i]); err != nil {
				return err
			}
		}
	} else if err := view.WriteHTML(s.out, pages); err != nil {
		return err
	}
	if failed {
		return errInput
	}
	return nil
}

// terminal decides where the page goes.
func (o *viewOptions) terminal(s *streams) (bool, error) {
	switch o.as {
	case "html":
		return false, nil
	case "terminal":
		return true, nil
	case "auto":
		f, ok := s.out.(*os.File)
		return ok && isCharDevice(f), nil
	}
	return false, usageError{fmt.Errorf("--as %q: want html, terminal or auto", o.as)}
}

// pages reads and works every document.
func (o *viewOptions) pages(opts pipeline.Options, s *streams) (pages []view.Page, failed bool) {
	opts.Unit, opts.Only = normalize.ByteUnit, record.All
	w := pipeline.NewWorker(opts)
	reader := document.Reader{Options: o.read, Stdin: s.in}
	reader.Read(o.paths, func(item document.Item) bool {
		doc, warning, err := o.read.Decode(&item)
		if warning != nil {
			s.complain(warning)
		}
		if err != nil {
			s.complain(err)
			failed = true
			return true
		}
		rec, err := w.Process(&doc)
		if err != nil {
			s.complain(err)
		}
		pages = append(pages, view.Page{Record: rec, Text: doc.Text})
		return true
	})
	return pages, failed
}
