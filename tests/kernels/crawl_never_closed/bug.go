// A fan-out's results are ranged over and nobody closes the channel after the workers' end.
// fails: deadlock
// rule: deaf-range, abandoned-receiver
// in: collect
package main

import (
	"fmt"
	"strings"
	"sync"
)

type page struct {
	url   string
	links int
}

type crawler struct {
	seen sync.Map
}

func (c *crawler) visit(url string, out chan<- page, wg *sync.WaitGroup) {
	defer wg.Done()
	if _, dup := c.seen.LoadOrStore(url, true); dup {
		return
	}
	out <- page{url, strings.Count(url, "/")}
}

func (c *crawler) collect(urls []string) int {
	pages := make(chan page)
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Add(1)
		go c.visit(u, pages, &wg)
	}
	total := 0
	for p := range pages {
		total += p.links
	}
	return total
}

func main() {
	c := &crawler{}
	fmt.Println(c.collect([]string{"a/b", "a/c/d", "a/b"}))
}
