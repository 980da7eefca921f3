// A config holder copies its change hooks under the lock and runs them after.
package cases

import (
	"fmt"
	"sync"
)

type config struct {
	mu    sync.Mutex
	level string
	hooks []func()
}

func (c *config) get() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.level
}

func (c *config) onChange(f func()) {
	c.mu.Lock()
	c.hooks = append(c.hooks, f)
	c.mu.Unlock()
}

func (c *config) update(level string) {
	c.mu.Lock()
	c.level = level
	hooks := append([]func(){}, c.hooks...)
	c.mu.Unlock()
	for _, hook := range hooks {
		hook()
	}
}

type logger struct {
	cfg   *config
	level string
}

func (l *logger) reload() { l.level = l.cfg.get() }

func use() {
	c := &config{level: "info"}
	l := &logger{cfg: c}
	c.onChange(l.reload)
	c.update("debug")
	fmt.Println(l.level)
}
