package cases

import (
	"os"
	"sync"

	"github.com/robfig/cron/v3"
)

// Schedule's job starts a goroutine at each run, and goes before it has ended.
func Schedule(c *cron.Cron, report *os.File) error {
	_, err := c.AddFunc("@hourly", func() {
		go func() { _, _ = report.WriteString("hour\n") }() // want untracked-goroutine "writes to a file"
	})
	return err
}

func ScheduleHere(c *cron.Cron, report *os.File) error {
	_, err := c.AddFunc("@hourly", func() {
		_, _ = report.WriteString("hour\n")
	})
	return err
}

func Wrapped(c *cron.Cron, s cron.Schedule, report *os.File) {
	c.Schedule(s, cron.FuncJob(func() {
		go func() { _, _ = report.WriteString("hour\n") }() // want untracked-goroutine "writes to a file"
	}))
}

func WrappedJoined(c *cron.Cron, s cron.Schedule, report *os.File) {
	c.Schedule(s, cron.FuncJob(func() {
		var wg sync.WaitGroup
		wg.Add(1)
		go func() {
			defer wg.Done()
			_, _ = report.WriteString("hour\n")
		}()
		wg.Wait()
	}))
}
