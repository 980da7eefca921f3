// The goroutine waits for the result that it is about to send.
package cases

type Job struct {
	result chan error
}

func NewJob() *Job {
	j := &Job{result: make(chan error, 1)}
	go j.run()
	return j
}

func (j *Job) run() {
	err := j.Wait() // want self-wait "j.Wait"
	j.result <- err
}

func (j *Job) Wait() error { return <-j.result }
