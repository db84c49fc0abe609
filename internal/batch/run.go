// Package batch runs a worker over a stream of documents, on one core or many, and keeps what comes out in the order
// of what goes in.
package batch

import (
	"sync"

	"github.com/arabic-extract/extract/internal/document"
)

// Result is what one document gives: the bytes to write and what to tell the user.
type Result struct {
	Out    []byte
	Errors []error
	Bytes  int // of the document as it was read
	ID     string
	Redo   func() []byte // of a document that may be done already: handles it after all
}

// Worker handles one document after the other. It appends the document's output to out.
type Worker func(item *document.Item, out []byte) Result

// Sink takes results in the order of the documents. It returns false to stop the run.
type Sink func(Result) bool

// Read gives the documents to a yield function until it returns false.
type Read func(yield func(document.Item) bool)

// Run handles every document that read gives with jobs workers, and hands the results to sink in their order. Memory
// holds a few batches a worker, whatever the length of the stream.
func Run(read Read, jobs int, newWorker func() Worker, sink Sink) {
	if jobs <= 1 {
		runAlone(read, newWorker(), sink)
		return
	}
	runTogether(read, jobs, newWorker, sink)
}

func runAlone(read Read, work Worker, sink Sink) {
	var out []byte
	read(func(item document.Item) bool {
		result := work(&item, out[:0])
		out = result.Out
		return sink(result)
	})
}

const (
	batchItems = 64      // documents of a batch at most
	batchBytes = 1 << 18 // input bytes of a batch, about
	perWorker  = 4       // batches in flight for each worker
)

// parcel is a batch on its way through: documents in, results out. done is closed when the results are there.
type parcel struct {
	items   []document.Item
	results []Result
	done    chan struct{}
}

// runTogether sends every parcel two ways: to the workers, who fill it, and in order to the sink, which waits for it.
func runTogether(read Read, jobs int, newWorker func() Worker, sink Sink) {
	work := make(chan *parcel, jobs)
	order := make(chan *parcel, jobs*perWorker)
	stop := make(chan struct{})
	var workers sync.WaitGroup
	for range jobs {
		workers.Add(1)
		go func() {
			defer workers.Done()
			handleParcels(work, newWorker())
		}()
	}
	go func() {
		defer close(order)
		defer close(work)
		sendParcels(read, work, order, stop)
	}()
	drain(order, sink, stop)
	workers.Wait()
}

func handleParcels(work <-chan *parcel, handle Worker) {
	for p := range work {
		for i := range p.items {
			p.results = append(p.results, handle(&p.items[i], nil))
		}
		close(p.done)
	}
}

func sendParcels(read Read, work, order chan<- *parcel, stop <-chan struct{}) {
	p, size := newParcel(), 0
	send := func() bool {
		select {
		case <-stop:
			return false
		case order <- p:
		}
		work <- p
		p, size = newParcel(), 0
		return true
	}
	open := true
	read(func(item document.Item) bool {
		p.items = append(p.items, item)
		size += len(item.Data)
		if len(p.items) >= batchItems || size >= batchBytes {
			open = send()
		}
		return open
	})
	if open && len(p.items) > 0 {
		send()
	}
}

func newParcel() *parcel { return &parcel{done: make(chan struct{})} }

// drain hands the results on. After the sink has said stop, it empties the channel so that nobody waits.
func drain(order <-chan *parcel, sink Sink, stop chan<- struct{}) {
	stopped := false
	for p := range order {
		<-p.done
		for _, result := range p.results {
			if stopped {
				break
			}
			if !sink(result) {
				stopped = true
				close(stop)
			}
		}
		*p = parcel{}
	}
}
