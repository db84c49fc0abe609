package cli

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress draws how far a run is, on a terminal's stderr. A nil progress draws nothing.
type progress struct{ bar *progressbar.ProgressBar }

// newProgress starts a bar where the flag and the terminal want one. The whole is the size of the files, unknown for
// standard input.
func newProgress(mode string, paths []string, errOut io.Writer) (*progress, error) {
	switch mode {
	case "never":
		return nil, nil
	case "always":
	case "auto":
		if f, ok := errOut.(*os.File); !ok || !isCharDevice(f) {
			return nil, nil
		}
	default:
		return nil, usageError{fmt.Errorf("progress %q: want auto, always or never", mode)}
	}
	bar := progressbar.NewOptions64(totalSize(paths),
		progressbar.OptionSetWriter(errOut), progressbar.OptionShowBytes(true), progressbar.OptionShowTotalBytes(true),
		progressbar.OptionThrottle(200*time.Millisecond), progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetWidth(20), progressbar.OptionSetDescription("reading"))
	return &progress{bar}, nil
}

// totalSize adds up the files' sizes, or returns -1 where the end is not known: standard input, and compressed files,
// whose documents are larger than the file.
func totalSize(paths []string) int64 {
	total := int64(0)
	for _, path := range paths {
		if path == "-" {
			return -1
		}
		err := filepath.WalkDir(path, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !d.Type().IsRegular() {
				return nil
			}
			if ext := filepath.Ext(path); ext == ".gz" || ext == ".zst" {
				return errUnknownSize
			}
			if info, err := d.Info(); err == nil {
				total += info.Size()
			}
			return nil
		})
		if err != nil {
			return -1
		}
	}
	return total
}

var errUnknownSize = fmt.Errorf("compressed")

// add counts one document. What the bar cannot draw is no reason to fail a run.
func (p *progress) add(bytes int, t tally) {
	if p == nil {
		return
	}
	p.bar.Describe(fmt.Sprintf("%d documents, %d errors", t.records+t.skipped, t.failed))
	_ = p.bar.Add(bytes)
}

// clear takes the bar off the line, for a message or the end.
func (p *progress) clear() {
	if p != nil {
		_ = p.bar.Clear()
	}
}
