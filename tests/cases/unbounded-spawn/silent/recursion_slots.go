// A goroutine is started only where a slot is free, and the work is done in place otherwise.
package cases

import "sync"

type Page struct{ links []*Page }

func Crawl(root *Page, load func(*Page)) {
	slots := make(chan struct{}, 8)
	var wg sync.WaitGroup
	var visit func(p *Page)
	visit = func(p *Page) {
		load(p)
		for _, link := range p.links {
			select {
			case slots <- struct{}{}:
				wg.Add(1)
				go func() {
					defer wg.Done()
					defer func() { <-slots }()
					visit(link)
				}()
			default:
				visit(link)
			}
		}
	}
	visit(root)
	wg.Wait()
}
