//curfew:models 0

// Each run of a job has a goroutine of its own. Stop ends the clock only: the context that it gives is
// done once the jobs that run have ended. Written from v3.0.1.
package cron

import (
	"context"
	"time"
)

func DelayIfStillRunning(logger Logger) JobWrapper

func Every(duration time.Duration) ConstantDelaySchedule

func New(opts ...Option) *Cron

func NewChain(c ...JobWrapper) Chain

func ParseStandard(standardSpec string) (Schedule, error)

func Recover(logger Logger) JobWrapper

func SkipIfStillRunning(logger Logger) JobWrapper

func WithChain(wrappers ...JobWrapper) Option

func WithLocation(loc *time.Location) Option

func WithLogger(logger Logger) Option

func WithSeconds() Option

type Chain struct{}

type ConstantDelaySchedule struct{}

type Cron struct{}

//curfew:runs cmd handler
func (c *Cron) AddFunc(spec string, cmd func()) (EntryID, error)

//curfew:runs cmd handler
func (c *Cron) AddJob(spec string, cmd Job) (EntryID, error)

func (c *Cron) Entries() []Entry

func (c *Cron) Remove(id EntryID)

//curfew:serves until Stop
func (c *Cron) Run()

//curfew:runs cmd handler
func (c *Cron) Schedule(schedule Schedule, cmd Job) EntryID

//curfew:starts until Stop
func (c *Cron) Start()

//curfew:releases
func (c *Cron) Stop() context.Context

type Entry struct{}

type EntryID int

//curfew:handler
type FuncJob func()

type Job interface {
	//curfew:handler
	Run()
}

type JobWrapper func(Job) Job

type Logger interface {
	Error(err error, msg string, keysAndValues ...interface{})
	Info(msg string, keysAndValues ...interface{})
}

type Option func(*Cron)

type Schedule interface {
	Next(time.Time) time.Time
}
