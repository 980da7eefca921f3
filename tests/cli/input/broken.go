package broken

func ok() int { return 1 }

func broken( {

func after() int { return 2 }
