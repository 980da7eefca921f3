//curfew:models 0

// Fatal, Skip and their kin end the goroutine that calls them; only the test's own may.
package testing

import (
	"context"
	"io"
	"time"
)

//curfew:runs f
func AllocsPerRun(runs int, f func()) (avg float64)

//curfew:runs f
func Benchmark(f func(b *B)) BenchmarkResult

func CoverMode() string

func Coverage() float64

func Init()

func Main(matchString func(pat string, str string) (bool, error), tests []InternalTest, benchmarks []InternalBenchmark, examples []InternalExample)

func Short() bool

//curfew:since 1.21
func Testing() bool

func Verbose() bool

type B struct {
	N int
}

//curfew:since 1.26
func (c *B) ArtifactDir() string

//curfew:since 1.25
func (c *B) Attr(key, value string)

//curfew:since 1.24
func (c *B) Chdir(dir string)

//curfew:runs f cleanup
func (c *B) Cleanup(f func())

// Cancelled just before the functions given to Cleanup run.
//
//curfew:scoped
//curfew:since 1.24
func (c *B) Context() context.Context

//curfew:since 1.20
func (b *B) Elapsed() time.Duration

func (c *B) Error(args ...any)

func (c *B) Errorf(format string, args ...any)

func (c *B) Fail()

//curfew:exits goroutine test
func (c *B) FailNow()

func (c *B) Failed() bool

//curfew:exits goroutine test
func (c *B) Fatal(args ...any)

//curfew:exits goroutine test
func (c *B) Fatalf(format string, args ...any)

func (c *B) Helper()

func (c *B) Log(args ...any)

func (c *B) Logf(format string, args ...any)

//curfew:since 1.24
func (b *B) Loop() bool

func (c *B) Name() string

//curfew:since 1.25
func (c *B) Output() io.Writer

func (b *B) ReportAllocs()

func (b *B) ReportMetric(n float64, unit string)

func (b *B) ResetTimer()

//curfew:runs f test
func (b *B) Run(name string, f func(b *B)) bool

//curfew:runs body joined
func (b *B) RunParallel(body func(*PB))

func (b *B) SetBytes(n int64)

func (b *B) SetParallelism(p int)

func (c *B) Setenv(key, value string)

//curfew:exits goroutine test
func (c *B) Skip(args ...any)

//curfew:exits goroutine test
func (c *B) SkipNow()

//curfew:exits goroutine test
func (c *B) Skipf(format string, args ...any)

func (c *B) Skipped() bool

func (b *B) StartTimer()

func (b *B) StopTimer()

func (c *B) TempDir() string

type BenchmarkResult struct {
	N         int
	T         time.Duration
	Bytes     int64
	MemAllocs uint64
	MemBytes  uint64
	Extra     map[string]float64
}

func (r BenchmarkResult) AllocedBytesPerOp() int64

func (r BenchmarkResult) AllocsPerOp() int64

func (r BenchmarkResult) MemString() string

func (r BenchmarkResult) NsPerOp() int64

func (r BenchmarkResult) String() string

//curfew:since 1.18
type F struct{}

func (f *F) Add(args ...any)

//curfew:since 1.26
func (c *F) ArtifactDir() string

//curfew:since 1.25
func (c *F) Attr(key, value string)

//curfew:since 1.24
func (c *F) Chdir(dir string)

//curfew:runs f cleanup
func (c *F) Cleanup(f func())

// Cancelled just before the functions given to Cleanup run.
//
//curfew:scoped
//curfew:since 1.24
func (c *F) Context() context.Context

func (c *F) Error(args ...any)

func (c *F) Errorf(format string, args ...any)

func (f *F) Fail()

//curfew:exits goroutine test
func (c *F) FailNow()

func (c *F) Failed() bool

//curfew:exits goroutine test
func (c *F) Fatal(args ...any)

//curfew:exits goroutine test
func (c *F) Fatalf(format string, args ...any)

//curfew:runs ff test
func (f *F) Fuzz(ff any)

func (f *F) Helper()

func (c *F) Log(args ...any)

func (c *F) Logf(format string, args ...any)

func (c *F) Name() string

//curfew:since 1.25
func (c *F) Output() io.Writer

func (c *F) Setenv(key, value string)

//curfew:exits goroutine test
func (c *F) Skip(args ...any)

//curfew:exits goroutine test
func (c *F) SkipNow()

//curfew:exits goroutine test
func (c *F) Skipf(format string, args ...any)

func (f *F) Skipped() bool

func (c *F) TempDir() string

type InternalBenchmark struct {
	Name string
	F    func(b *B)
}

type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

//curfew:since 1.18
type InternalFuzzTarget struct {
	Name string
	Fn   func(f *F)
}

type InternalTest struct {
	Name string
	F    func(*T)
}

type M struct{}

func (m *M) Run() (code int)

type PB struct{}

func (pb *PB) Next() bool

type T struct{}

//curfew:since 1.26
func (c *T) ArtifactDir() string

//curfew:since 1.25
func (c *T) Attr(key, value string)

//curfew:since 1.24
func (t *T) Chdir(dir string)

//curfew:runs f cleanup
func (c *T) Cleanup(f func())

// Cancelled just before the functions given to Cleanup run.
//
//curfew:scoped
//curfew:since 1.24
func (c *T) Context() context.Context

func (t *T) Deadline() (deadline time.Time, ok bool)

func (c *T) Error(args ...any)

func (c *T) Errorf(format string, args ...any)

func (c *T) Fail()

//curfew:exits goroutine test
func (c *T) FailNow()

func (c *T) Failed() bool

//curfew:exits goroutine test
func (c *T) Fatal(args ...any)

//curfew:exits goroutine test
func (c *T) Fatalf(format string, args ...any)

func (c *T) Helper()

func (c *T) Log(args ...any)

func (c *T) Logf(format string, args ...any)

func (c *T) Name() string

//curfew:since 1.25
func (c *T) Output() io.Writer

//curfew:parallel
func (t *T) Parallel()

//curfew:runs f test
func (t *T) Run(name string, f func(t *T)) bool

func (t *T) Setenv(key, value string)

//curfew:exits goroutine test
func (c *T) Skip(args ...any)

//curfew:exits goroutine test
func (c *T) SkipNow()

//curfew:exits goroutine test
func (c *T) Skipf(format string, args ...any)

func (c *T) Skipped() bool

func (c *T) TempDir() string

type TB interface {
	//curfew:since 1.26
	ArtifactDir() string
	Attr(key, value string)
	//curfew:runs f cleanup
	Cleanup(f func())
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	//curfew:exits goroutine test
	FailNow()
	Failed() bool
	//curfew:exits goroutine test
	Fatal(args ...any)
	//curfew:exits goroutine test
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Setenv(key, value string)
	//curfew:since 1.24
	Chdir(dir string)
	//curfew:exits goroutine test
	Skip(args ...any)
	//curfew:exits goroutine test
	SkipNow()
	//curfew:exits goroutine test
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string
	// Cancelled just before the functions given to Cleanup run.
	//
	//curfew:scoped
	//curfew:since 1.24
	Context() context.Context
	//curfew:since 1.25
	Output() io.Writer
}
