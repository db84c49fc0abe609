package cli

import (
	"os"
	"runtime"
	"runtime/pprof"
)

// profile starts the profiles that the hidden flags ask for and returns what ends them.
func profile(cpu, mem string) (stop func(), err error) {
	stop = func() {}
	if cpu != "" {
		f, err := os.Create(cpu)
		if err != nil {
			return stop, err
		}
		if err := pprof.StartCPUProfile(f); err != nil {
			return stop, err
		}
		stop = func() { pprof.StopCPUProfile(); f.Close() }
	}
	if mem == "" {
		return stop, nil
	}
	stopCPU := stop
	return func() {
		stopCPU()
		if f, err := os.Create(mem); err == nil {
			runtime.GC()
			_ = pprof.WriteHeapProfile(f) // a profile that cannot be written is no reason to fail the run
			f.Close()
		}
	}, nil
}
