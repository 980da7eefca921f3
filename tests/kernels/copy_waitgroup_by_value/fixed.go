// A fan-out hands a pointer to its WaitGroup over.
package main

import (
	"fmt"
	"sync"
)

type site struct {
	url  string
	body string
}

func fetch(s *site, wg *sync.WaitGroup) {
	defer wg.Done()
	s.body = "<" + s.url + ">"
}

func all(sites []*site) {
	var wg sync.WaitGroup
	for _, s := range sites {
		wg.Add(1)
		go fetch(s, &wg)
	}
	wg.Wait()
}

func main() {
	sites := []*site{{url: "a"}, {url: "b"}}
	all(sites)
	fmt.Println(sites[0].body)
}
